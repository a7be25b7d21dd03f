package dev.mayfly.adopt;

import dev.mayfly.platform.LoadedPlatform;
import java.util.List;
import java.util.Optional;

/** The file that was written, and all that has to be said of it. */
public final class Adopted {
  private final String text;
  private final List<Remark> remarks;
  private final Optional<LoadedPlatform> tried;
  private final List<HandWritten> sets;
  private final List<AppDraft> apps;

  Adopted(
      String text,
      List<Remark> remarks,
      Optional<LoadedPlatform> tried,
      List<HandWritten> sets,
      List<AppDraft> apps) {
    this.text = text;
    this.remarks = List.copyOf(remarks);
    this.tried = tried;
    this.sets = List.copyOf(sets);
    this.apps = List.copyOf(apps);
  }

  /** {@code mayfly.yaml}, with comments. */
  public String text() {
    return text;
  }

  /** By kind, in the order of {@link Remark.Kind}. */
  public List<Remark> remarks(Remark.Kind kind) {
    return remarks.stream().filter(remark -> remark.kind() == kind).toList();
  }

  /** Whether the file loads as it is. */
  public boolean isComplete() {
    return remarks(Remark.Kind.OPEN).isEmpty();
  }

  /** The platform, with something in place of what is open. */
  Optional<LoadedPlatform> tried() {
    return tried;
  }

  List<HandWritten> sets() {
    return sets;
  }

  List<AppDraft> apps() {
    return apps;
  }
}
