package dev.mayfly.access;

import dev.mayfly.http.Answer;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes how Access turns an anonymous visitor away. A redirect alone proves nothing, since any
 * app can redirect: team, host and audience must all be the expected ones.
 */
final class LoginAnswer {
  private static final String LOGIN = "/cdn-cgi/access/login/";

  private LoginAnswer() {}

  /** A redirect to the team's login for this host, or a refusal that names the application. */
  static boolean isFrom(AccessApplication application, String host, Answer.Response response) {
    return switch (response.status()) {
      case 302 ->
          response
              .header("location")
              .filter(location -> isLogin(application, host, location))
              .isPresent();
      case 401, 403 -> namesApplication(application, host, response);
      default -> false;
    };
  }

  private static boolean isLogin(AccessApplication application, String host, String location) {
    List<String> audience = List.of(application.audience());
    return IssuerDiscovery.url(location)
        .filter(uri -> application.teamHost().equals(uri.getRawAuthority()))
        .filter(uri -> (LOGIN + host).equals(uri.getRawPath()))
        .filter(uri -> AuthorizationEndpoint.written(uri, "kid").toList().equals(audience))
        .isPresent();
  }

  /** With {@code service_auth_401_redirect} there is no redirect but a refusal with two headers. */
  private static boolean namesApplication(
      AccessApplication application, String host, Answer.Response response) {
    return response.header("cf-access-aud").equals(Optional.of(application.audience()))
        && response
            .header("cf-access-domain")
            .filter(domain -> domain.equals(application.wildcard()) || domain.equals(host))
            .isPresent();
  }
}
