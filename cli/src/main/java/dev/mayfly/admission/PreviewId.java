package dev.mayfly.admission;

import dev.mayfly.preview.PullRequestNumber;
import java.util.Comparator;

/** Which preview: an app and a pull request. */
public record PreviewId(String app, PullRequestNumber number) implements Comparable<PreviewId> {
  private static final Comparator<PreviewId> ORDER =
      Comparator.comparing(PreviewId::app).thenComparing(PreviewId::number);

  @Override
  public int compareTo(PreviewId other) {
    return ORDER.compare(this, other);
  }

  /** As people read it: {@code orders#7}. */
  @Override
  public String toString() {
    return app + "#" + number;
  }
}
