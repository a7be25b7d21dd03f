package dev.mayfly.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A value that goes into one header of requests to one host. Nobody outside of this package can
 * read it, and it is never printed.
 */
public final class Secret {
  private static final String REDACTED = "***";
  private static final IntPredicate PRINTABLE = c -> c > ' ' && c <= '~';
  private final String value;
  private final String scheme;
  private final List<Secret> others;
  private final List<String> forms;

  private Secret(String value, String scheme, List<Secret> others) {
    if (!fits(value)) {
      throw new IllegalArgumentException("a token holds only printable ASCII characters");
    }
    this.value = value;
    this.scheme = scheme;
    this.others = others;
    this.forms =
        List.of(value, PercentEncoding.encode(value), base64(value), base64("oauth2:" + value));
  }

  /** Whether a header can carry the value. */
  public static boolean fits(String value) {
    return !value.isEmpty() && value.chars().allMatch(PRINTABLE);
  }

  /**
   * A header that is the value and nothing else.
   *
   * @throws IllegalArgumentException when no header can carry it; it is not repeated
   */
  public static Secret plain(String value) {
    return new Secret(value, "", List.of());
  }

  /** The same for an {@code Authorization} header (RFC 6750, section 2.1). */
  public static Secret bearer(String value) {
    return new Secret(value, "Bearer ", List.of());
  }

  /** The same, which takes another one out of texts as well: one server may know both. */
  public Secret hidingAlso(Secret other) {
    return new Secret(value, scheme, List.of(other));
  }

  public boolean is(String text) {
    return value.equals(text);
  }

  String header() {
    return scheme + value;
  }

  /** The text without the value in any form a server or a library may have given it. */
  public String redact(String text) {
    String redacted = text;
    for (Secret other : others) {
      redacted = other.redact(redacted);
    }
    for (String form : forms) {
      redacted = redacted.replace(form, REDACTED);
    }
    return redacted;
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public String toString() {
    return REDACTED;
  }
}
