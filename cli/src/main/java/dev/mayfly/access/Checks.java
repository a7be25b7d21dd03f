package dev.mayfly.access;

import dev.mayfly.access.Result.CheckName;
import dev.mayfly.http.HttpTransport;
import java.time.InstantSource;
import java.util.List;

/** Every check of a host, by what guards it, in the order in which they run. */
final class Checks {
  /** A check, and what reports call it. */
  record Named(CheckName name, Check check) {}

  private Checks() {}

  static List<Named> of(
      Guard guard,
      GuardCredentials credentials,
      HttpTransport http,
      InstantSource clock,
      boolean outside) {
    return switch (guard) {
      case AccessApplication application -> {
        String keys = AccessApplication.KEYS;
        yield List.of(
            new Named(
                CheckName.PROTECTED,
                new ProtectedCheck(
                    application, AskedOnce.document(http, application.teamHost(), keys), clock)),
            new Named(CheckName.ANONYMOUS, new AnonymousCheck(application)),
            new Named(
                CheckName.DEEP_HOST,
                new DeepHostCheck((host, answer) -> LoginAnswer.isFrom(application, host, answer))),
            new Named(
                CheckName.SERVICE_TOKEN, TokenCheck.service(credentials.headers(application))));
      }
      case LoginIssuer issuer -> {
        IssuerDiscovery discovery = new IssuerDiscovery(issuer, http);
        yield List.of(
            new Named(CheckName.LOGIN, new LoginCheck(issuer, discovery)),
            new Named(CheckName.DEEP_HOST, new DeepHostCheck(discovery::isLogin)),
            new Named(CheckName.BEARER_TOKEN, TokenCheck.bearer(credentials.headers(issuer))));
      }
      case NamedNetworks networks ->
          List.of(new Named(CheckName.OUTSIDE, new OutsideCheck(networks, outside)));
    };
  }
}
