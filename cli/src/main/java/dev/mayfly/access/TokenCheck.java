package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Request;
import dev.mayfly.http.Secret;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * CI and agents get in with a token: at Access by a policy of kind Service Auth, at a login with
 * one that the issuer made.
 *
 * @param ownRedirects whether a redirect on the host shows that the token was taken; where a login
 *     begins with one it does not
 */
record TokenCheck(
    String id,
    String words,
    Optional<Map<String, Secret>> headers,
    boolean ownRedirects,
    String hint)
    implements Check {

  static TokenCheck service(GuardCredentials credentials) {
    return new TokenCheck(
        "service-token",
        "service token",
        credentials.serviceToken().map(GuardCredentials.ServiceToken::headers),
        true,
        "the token's policy must have the action Service Auth, not Allow");
  }

  static TokenCheck bearer(GuardCredentials credentials) {
    return new TokenCheck(
        "bearer-token",
        "bearer token",
        credentials.bearerToken().map(GuardCredentials.BearerToken::headers),
        false,
        "what asks for the login has to take tokens of the issuer too");
  }

  @Override
  public Result of(HostProbe visit) {
    if (headers.isEmpty()) {
      return Result.skipped(id, visit.host(), "no " + words + " is given");
    }
    return switch (visit
        .tools()
        .http()
        .ask(Request.headersOnly("GET", visit.url("/")).withSecrets(headers.get()))) {
      case Answer.Silence silence -> Result.silent(id, visit.host(), visit.host(), silence);
      case Answer.Response response when isLetIn(visit, response) ->
          Result.passed(id, visit.host(), "let in with " + response.status());
      case Answer.Response response ->
          Result.failed(
              id,
              visit.host(),
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
        || (ownRedirects && response.isRedirect() && staysAt(visit.host(), response))
        || (visit.isNobodysHost() && (response.status() == 404 || response.status() == 500));
  }

  private static boolean staysAt(String host, Answer.Response response) {
    try {
      URI base = new URI("https://" + host + "/");
      URI target = base.resolve(new URI(response.header("location").orElse("//")));
      return "https".equals(target.getScheme())
          && host.equals(String.valueOf(target.getRawAuthority()).toLowerCase(Locale.ROOT));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return false;
    }
  }
}
