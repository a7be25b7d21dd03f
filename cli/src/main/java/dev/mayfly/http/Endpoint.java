package dev.mayfly.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a server, and who asks there: a scheme, a host and at most a path.
 *
 * @param token sent to this address only, and taken out of whatever comes back
 */
public record Endpoint(URI url, Optional<Secret> token) {

  public Endpoint {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = url.getHost();
    if (host == null || url.getRawUserInfo() != null || url.getRawQuery() != null) {
      throw new IllegalArgumentException("an address is a scheme, a host and at most a path");
    }
    boolean loopback = host.equals("localhost") || host.equals("127.0.0.1");
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
      throw new IllegalArgumentException("a token would travel unencrypted: use https");
    }
    if (url.toString().endsWith("/")) {
      url = URI.create(url.toString().substring(0, url.toString().length() - 1));
    }
  }

  /** The same server and token at another address; both are for whoever names it to know. */
  public Endpoint at(URI other) {
    return new Endpoint(other, token);
  }

  /** The address of what lies below this one. */
  public URI below(String path) {
    return URI.create(url + path);
  }

  public String redact(String text) {
    return token.map(secret -> secret.redact(text)).orElse(text);
  }

  /** The target as seen from an address, if scheme, host and port stay the same. */
  static Optional<URI> sameOrigin(URI from, String target) {
    try {
      URI uri = from.resolve(new URI(target));
      boolean same =
          from.getScheme().equalsIgnoreCase(uri.getScheme())
              && from.getHost().equalsIgnoreCase(uri.getHost())
              && port(from) == port(uri)
              && uri.getRawUserInfo() == null;
      return same ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }
}
