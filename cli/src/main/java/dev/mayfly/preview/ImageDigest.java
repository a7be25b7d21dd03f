package dev.mayfly.preview;

import java.util.Optional;
import java.util.regex.Pattern;

/** What pins an image: {@code sha256:} and 64 lower-case hex digits. */
public record ImageDigest(String text) {
  private static final String PREFIX = "sha256:";

  /** OCI image-spec v1.1, descriptor.md, "Registered algorithms". */
  private static final Pattern REGISTERED =
      Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

  public ImageDigest {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a digest of the form sha256:<64 hex>");
    }
  }

  /** Reads untrusted text. */
  public static Optional<ImageDigest> parse(String text) {
    return isValid(text) ? Optional.of(new ImageDigest(text)) : Optional.empty();
  }

  /** Whether a registry may know content by this: of two algorithms Mayfly pins by one. */
  public static boolean isRegistered(String text) {
    return REGISTERED.matcher(text).matches();
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
