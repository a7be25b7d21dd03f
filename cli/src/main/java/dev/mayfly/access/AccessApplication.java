package dev.mayfly.access;

import dev.mayfly.platform.Exposure;
import java.util.Locale;
import java.util.Optional;

/**
 * The one Access application that guards all previews.
 *
 * @param domain previews are served one label below it
 * @param team the team's name, to which keys and logins are pinned
 * @param audience the application's AUD tag
 */
public record AccessApplication(String domain, String team, String audience) {

  /** What the platform says about its Access; empty when it does without. */
  public static Optional<AccessApplication> of(Exposure exposure) {
    return switch (exposure.access()) {
      case Exposure.Open ignored -> Optional.empty();
      case Exposure.Cloudflare(String team, String audience, boolean ignored) ->
          exposure.domain().map(domain -> new AccessApplication(domain, team, audience));
    };
  }

  /** The host name as the application defines it. */
  public String wildcard() {
    return "*." + domain;
  }

  /** Where the team's logins and signing keys are. */
  public String teamHost() {
    return team + ".cloudflareaccess.com";
  }

  /** True for a name exactly one label below the domain: the only ones the wildcard covers. */
  public boolean covers(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.endsWith("." + domain)
        && name.substring(0, name.length() - domain.length() - 1)
            .matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  }
}
