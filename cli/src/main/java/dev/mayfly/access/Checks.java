package dev.mayfly.access;

import java.time.InstantSource;
import java.util.List;

/** Every check of a host, by what guards it, in the order in which they run. */
final class Checks {
  private Checks() {}

  static List<Check> of(
      Guard guard, GuardCredentials credentials, AccessSettings settings, GuardClient visitor) {
    return switch (guard) {
      case AccessApplication application ->
          cloudflare(application, credentials, visitor, settings.clock());
      case LoginIssuer issuer -> login(issuer, credentials, visitor);
      case NamedNetworks networks -> List.of(new OutsideCheck(networks, settings.outside()));
    };
  }

  private static List<Check> cloudflare(
      AccessApplication application,
      GuardCredentials credentials,
      GuardClient visitor,
      InstantSource clock) {
    return List.of(
        new ProtectedCheck(
            application,
            new Published(visitor, application.teamHost(), AccessApplication.KEYS),
            clock),
        new AnonymousCheck(application),
        new DeepHostCheck((host, answer) -> LoginAnswer.isFrom(application, host, answer)),
        TokenCheck.service(credentials));
  }

  private static List<Check> login(
      LoginIssuer issuer, GuardCredentials credentials, GuardClient visitor) {
    IssuerDiscovery discovery = new IssuerDiscovery(issuer, visitor);
    return List.of(
        new LoginCheck(issuer, discovery),
        new DeepHostCheck(discovery::isLogin),
        TokenCheck.bearer(credentials));
  }
}
