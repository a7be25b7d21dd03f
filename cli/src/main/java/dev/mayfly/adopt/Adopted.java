package dev.mayfly.adopt;

import dev.mayfly.platform.LoadedPlatform;
import java.util.List;
import java.util.Optional;

/**
 * The file that was written, and all that has to be said of it.
 *
 * @param text {@code mayfly.yaml}, with comments
 * @param tried the platform, with something in place of what is open
 */
public record Adopted(
    String text,
    List<Remark> remarks,
    Optional<LoadedPlatform> tried,
    List<HandWritten> sets,
    List<AppDraft> apps) {
  public Adopted {
    remarks = List.copyOf(remarks);
    sets = List.copyOf(sets);
    apps = List.copyOf(apps);
  }

  /** By kind, in the order of {@link Remark.Kind}. */
  public List<Remark> remarks(Remark.Kind kind) {
    return remarks.stream().filter(remark -> remark.kind() == kind).toList();
  }

  /** Whether the file loads as it is. */
  public boolean isComplete() {
    return remarks(Remark.Kind.OPEN).isEmpty();
  }
}
