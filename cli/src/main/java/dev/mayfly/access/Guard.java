package dev.mayfly.access;

import dev.mayfly.platform.Exposure;
import dev.mayfly.platform.Platform;
import java.util.Locale;
import java.util.Optional;

/** What a platform says that stands before all its previews. */
public sealed interface Guard permits AccessApplication, LoginIssuer, NamedNetworks {
  /** Previews are served one label below it. */
  String domain();

  /** What a guarded host is, as the end of a sentence. */
  String words();

  /** The name of all previews. */
  default String wildcard() {
    return "*." + domain();
  }

  /** True for a name exactly one label below the domain: the only ones the wildcard covers. */
  default boolean covers(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith("." + domain())
        && name.substring(0, name.length() - domain().length() - 1)
            .matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  }

  /** What the platform says about its access; empty when it does without. */
  static Optional<Guard> of(Platform platform) {
    Exposure exposure = platform.exposure();
    return exposure.domain().flatMap(domain -> of(domain, exposure.access(), platform));
  }

  private static Optional<Guard> of(String domain, Exposure.Access access, Platform platform) {
    return switch (access) {
      case Exposure.Open ignored -> Optional.empty();
      case Exposure.Cloudflare(String team, String audience, boolean ignored) ->
          Optional.of(new AccessApplication(domain, team, audience));
      case Exposure.Oidc oidc -> Optional.of(new LoginIssuer(domain, oidc.issuer(), oidc.client()));
      case Exposure.NetworkOnly only ->
          Optional.of(new NamedNetworks(domain, only.networks(), KnownHost.of(platform)));
    };
  }
}
