package dev.mayfly.preview;

import java.util.Optional;

/** Which preview: an app and a pull request. */
public record PreviewId(String app, PullRequestNumber number) implements Comparable<PreviewId> {
  @Override
  public int compareTo(PreviewId other) {
    int byApp = app.compareTo(other.app);
    return byApp != 0 ? byApp : number.compareTo(other.number);
  }

  /** As people read it: {@code orders#7}. */
  @Override
  public String toString() {
    return app + "#" + number;
  }

  /** Reads what {@link #toString} wrote; empty when it is nothing of the kind. */
  public static Optional<PreviewId> parse(String text) {
    int hash = text.indexOf('#');
    return hash < 1
        ? Optional.empty()
        : PullRequestNumber.parse(text.substring(hash + 1))
            .map(number -> new PreviewId(text.substring(0, hash), number));
  }
}
