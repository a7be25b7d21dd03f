package dev.mayfly.access;

import dev.mayfly.platform.Platform;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** A host of the platform that has nothing to do with previews: the forge, or the Git server. */
final class KnownHost {
  private KnownHost() {}

  static Optional<String> of(Platform platform) {
    return Stream.of(platform.forge().url(), platform.gitops().repository())
        .filter(url -> url.startsWith("https://"))
        .map(url -> URI.create(url).getRawAuthority())
        .findFirst();
  }
}
