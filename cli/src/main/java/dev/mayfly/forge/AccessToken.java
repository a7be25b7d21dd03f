package dev.mayfly.forge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A forge's access token. It goes into one header of requests to one host and is never printed. */
public final class AccessToken {
  private static final String REDACTED = "***";
  private final char[] secret;
  private final List<AccessToken> others;

  /** Keeps a copy, so that the caller can overwrite its own. */
  public AccessToken(char[] secret) {
    this(secret, List.of());
  }

  private AccessToken(char[] secret, List<AccessToken> others) {
    if (secret.length == 0) {
      throw new IllegalArgumentException("the token is empty");
    }
    for (char c : secret) {
      if (c <= ' ' || c > '~') {
        throw new IllegalArgumentException("a token holds only printable ASCII characters");
      }
    }
    this.secret = secret.clone();
    this.others = others;
  }

  /** The same, which takes another token out of texts as well: one server may know both. */
  public AccessToken hidingAlso(AccessToken other) {
    return new AccessToken(secret, List.of(other));
  }

  /** The value of an {@code Authorization} header; all three forges take this form. */
  String bearer() {
    return "Bearer " + new String(secret);
  }

  /** The text without the token in any form a server or a library may have given it. */
  public String redact(String text) {
    String redacted = text;
    for (AccessToken other : others) {
      redacted = other.redact(redacted);
    }
    if (redacted.length() < secret.length) {
      return redacted;
    }
    String plain = new String(secret);
    for (String form :
        List.of(
            plain,
            Urls.encode(plain),
            base64(plain),
            base64("x-access-token:" + plain),
            base64("oauth2:" + plain))) {
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
