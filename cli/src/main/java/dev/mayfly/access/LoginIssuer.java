package dev.mayfly.access;

import java.net.URI;
import java.util.Optional;

/**
 * An OpenID Connect issuer that everybody is led to who is not logged in.
 *
 * @param issuer its identifier, compared letter by letter
 * @param client the client that asks for the login; empty where any client will do
 */
public record LoginIssuer(ServedDomain served, String issuer, Optional<String> client)
    implements Guard {
  @Override
  public String words() {
    return "behind the login of `" + issuer + "`";
  }

  /** The host, and the port where one is written. */
  String authority() {
    return URI.create(issuer).getRawAuthority();
  }

  /**
   * Where the issuer describes itself: below its path, of which a final slash is no part (OpenID
   * Connect Discovery 1.0, section 4.1).
   */
  String discoveryPath() {
    return URI.create(issuer).getRawPath().replaceFirst("/$", "")
        + "/.well-known/openid-configuration";
  }
}
