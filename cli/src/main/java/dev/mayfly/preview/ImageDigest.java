package dev.mayfly.preview;

import java.util.Optional;

/** What pins an image: {@code sha256:} and 64 lower-case hex digits. */
public record ImageDigest(String text) {
  private static final String PREFIX = "sha256:";

  public ImageDigest {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a digest of the form sha256:<64 hex>");
    }
  }

  /** Reads untrusted text. */
  public static Optional<ImageDigest> parse(String text) {
    return isValid(text) ? Optional.of(new ImageDigest(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return text.length() == 71
        && text.startsWith(PREFIX)
        && text.chars()
            .skip(PREFIX.length())
            .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  @Override
  public String toString() {
    return text;
  }
}
