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
      case AccessApplication application -> {
        String keys = AccessApplication.KEYS;
        yield List.of(
            new ProtectedCheck(
                application, AskedOnce.document(http, application.teamHost(), keys), clock),
            new AnonymousCheck(application),
            new DeepHostCheck((host, answer) -> LoginAnswer.isFrom(application, host, answer)),
            TokenCheck.service(credentials.headers(application)));
      }
      case LoginIssuer issuer -> {
        IssuerDiscovery discovery = new IssuerDiscovery(issuer, http);
        yield List.of(
            new LoginCheck(issuer, discovery),
            new DeepHostCheck(discovery::isLogin),
            TokenCheck.bearer(credentials.headers(issuer)));
      }
      case NamedNetworks networks -> List.of(new OutsideCheck(networks, outside));
    };
  }
}
