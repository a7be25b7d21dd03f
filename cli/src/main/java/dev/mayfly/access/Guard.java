package dev.mayfly.access;

import dev.mayfly.platform.Access;
import dev.mayfly.platform.Exposure;
import dev.mayfly.platform.Platform;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** What a platform says that stands before all its previews. */
public sealed interface Guard permits AccessApplication, LoginIssuer, NamedNetworks {
  /** Where its previews have their hosts. */
  ServedDomain served();

  /** What a guarded host is, as the end of a sentence. */
  String words();

  /** The names of all previews. */
  default String wildcard() {
    return served().words();
  }

  /** True for a name that a preview could have: the only ones that the guard is asked about. */
  default boolean covers(String host) {
    return served().covers(host);
  }

  /** What the platform says about its access; empty when it does without. */
  static Optional<Guard> of(Platform platform) {
    Exposure exposure = platform.exposure();
    return exposure
        .domain()
        .map(domain -> new ServedDomain(domain, exposure.wildcards(), exposure.issuesForEachHost()))
        .flatMap(served -> of(served, exposure.access(), platform));
  }

  private static Optional<Guard> of(ServedDomain domain, Access access, Platform platform) {
    return switch (access) {
      case Access.Open ignored -> Optional.empty();
      case Access.Cloudflare cloudflare ->
          Optional.of(new AccessApplication(domain, cloudflare.team(), cloudflare.audience()));
      case Access.Oidc oidc -> Optional.of(new LoginIssuer(domain, oidc.issuer(), oidc.client()));
      case Access.NetworkOnly only ->
          Optional.of(new NamedNetworks(domain, only.networks(), known(platform)));
    };
  }

  /** A host that has nothing to do with previews: the forge, or the Git server. */
  private static Optional<String> known(Platform platform) {
    return Stream.of(platform.forge().url(), platform.gitops().repository())
        .filter(url -> url.startsWith("https://"))
        .map(url -> URI.create(url).getRawAuthority())
        .findFirst();
  }
}
