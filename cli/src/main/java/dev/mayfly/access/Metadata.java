package dev.mayfly.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The claims of {@code cf-access-metadata}: Cloudflare's signed word on which application guards a
 * host. Not in its public documentation; as cloudflared reads it (cloudflared, {@code
 * token/token.go} and {@code token/jwks.go}). More is pinned here than there: team, audience and
 * the wildcard.
 */
final class Metadata {
  static final String REQUEST_HEADER = "cf-access-metadata-request";
  static final String HEADER = "cf-access-metadata";
  private static final Duration OLDEST = Duration.ofHours(24);
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private Metadata() {}

  /** Why the token cannot be meant for us; looked at before any key is fetched. */
  static Optional<String> misfit(SignedToken token, AccessApplication application, String host) {
    if (!token.isRs256()) {
      return Optional.of("is not signed with RS256");
    }
    if (!token.claim("auth_domain").equals(application.teamHost())) {
      return Optional.of("speaks for another team than `" + application.team() + "`");
    }
    if (!token.claim("type").equals("match")) {
      return Optional.of("does not say that an application matches");
    }
    if (!token.claim("hostname").equalsIgnoreCase(host)) {
      return Optional.of("speaks of another host");
    }
    if (!token.claim("aud").equals(application.audience())) {
      return Optional.of("names another application's audience");
    }
    if (!token.claim("app_hostname").equalsIgnoreCase(application.wildcard())) {
      return Optional.of(
          "names an application of another host than `" + application.wildcard() + "`");
    }
    return Optional.empty();
  }

  /** Why the token's time does not fit. */
  static Optional<String> mistimed(SignedToken token, Instant now) {
    Optional<Instant> issued = token.seconds("iat").map(Instant::ofEpochSecond);
    if (issued.isEmpty()) {
      return Optional.of("does not say when it was signed");
    }
    if (issued.get().isBefore(now.minus(OLDEST))) {
      return Optional.of("was signed more than 24 hours ago");
    }
    if (issued.get().isAfter(now.plus(AHEAD))) {
      return Optional.of("was signed more than 5 minutes in the future");
    }
    if (token.claims().at("exp") != null
        && token.seconds("exp").filter(exp -> exp > now.getEpochSecond()).isEmpty()) {
      return Optional.of("has expired");
    }
    return Optional.empty();
  }
}
