package dev.mayfly.forge;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Keeps requests, and with them the token, at the host that the user named. */
final class SameHost {
  private SameHost() {}

  /** The target as seen from an address, if scheme, host and port stay the same. */
  static Optional<URI> resolve(URI from, String target) {
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
