package dev.mayfly.access;

import dev.mayfly.http.HttpTransport;
import java.time.InstantSource;
import java.util.List;

/** Every check of a host, by what guards it, in the order in which they run. */
final class Checks {
  private Checks() {}

  static List<Check> of(
      Guard guard,
      GuardCredentials credentials,
      HttpTransport http,
      InstantSource clock,
      boolean outside) {
    return switch (guard) {
      case AccessApplication application -> cloudflare(application, credentials, http, clock);
      case LoginIssuer issuer -> login(issuer, credentials, http);
      case NamedNetworks networks -> List.of(new OutsideCheck(networks, outside));
    };
  }

  private static List<Check> cloudflare(
      AccessApplication application,
      GuardCredentials credentials,
      HttpTransport http,
      InstantSource clock) {
    return List.of(
        new ProtectedCheck(
            application,
            new Published(http, application.teamHost(), AccessApplication.KEYS),
            clock),
        new AnonymousCheck(application),
        new DeepHostCheck((host, answer) -> LoginAnswer.isFrom(application, host, answer)),
        TokenCheck.service(credentials));
  }

  private static List<Check> login(
      LoginIssuer issuer, GuardCredentials credentials, HttpTransport http) {
    IssuerDiscovery discovery = new IssuerDiscovery(issuer, http);
    return List.of(
        new LoginCheck(issuer, discovery),
        new DeepHostCheck(discovery::isLogin),
        TokenCheck.bearer(credentials));
  }
}
