package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Request;
import dev.mayfly.http.Secret;
import java.net.URI;
import java.util.Map;

/**
 * CI and agents get in with a token: at Access by a policy of kind Service Auth, at a login with
 * one that the issuer made.
 *
 * @param headers none where no token is given
 * @param ownRedirects whether a redirect on the host shows that the token was taken; where a login
 *     begins with one it does not
 */
record TokenCheck(String words, Map<String, Secret> headers, boolean ownRedirects, String hint)
    implements Check {

  static TokenCheck service(Map<String, Secret> headers) {
    return new TokenCheck(
        "service token",
        headers,
        true,
        "the token's policy must have the action Service Auth, not Allow");
  }

  static TokenCheck bearer(Map<String, Secret> headers) {
    return new TokenCheck(
        "bearer token",
        headers,
        false,
        "what asks for the login has to take tokens of the issuer too");
  }

  @Override
  public Evidence of(HostProbe visit) {
    if (headers.isEmpty()) {
      return Evidence.skipped("no " + words + " is given");
    }
    return switch (visit
        .http()
        .ask(Request.headersOnly("GET", visit.url("/")).withSecrets(headers))) {
      case Answer.Silence silence -> Evidence.silent(visit.host(), silence);
      case Answer.Response response when isLetIn(visit, response) ->
          Evidence.passed("let in with " + response.status());
      case Answer.Response response ->
          Evidence.failed(
              "`" + visit.host() + "` answers " + response.status() + " to the " + words,
              response.isRedirect()
                  ? hint
                  : "check that the preview runs and that the token has not expired");
    };
  }

  /**
   * At a name that no preview has, the Gateway's 404 is the answer from behind the guard, and the
   * 500 of a route that leads to no Service (Gateway API, HTTPRouteRule {@code backendRefs}).
   */
  private boolean isLetIn(HostProbe visit, Answer.Response response) {
    return response.isSuccess()
        || (ownRedirects && staysAt(visit.host(), response))
        || (visit.isNobodysHost() && (response.status() == 404 || response.status() == 500));
  }

  private static boolean staysAt(String host, Answer.Response response) {
    return LoginWalk.target(URI.create("https://" + host + "/"), response)
        .filter(target -> LoginWalk.isOwn(host, target))
        .isPresent();
  }
}
