package dev.mayfly.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** CI and agents get in with the service token, by a policy of kind Service Auth. */
final class ServiceTokenCheck implements Check {
  @Override
  public String id() {
    return "service-token";
  }

  @Override
  public Result of(Visit visit) {
    if (visit.serviceToken().isEmpty()) {
      return Result.skipped(id(), visit.host(), "no service token is given");
    }
    return switch (visit
        .tools()
        .visitor()
        .knock("GET", visit.host(), visit.serviceToken().get().headers())) {
      case Answer.Silence silence -> Result.silent(id(), visit.host(), visit.host(), silence);
      case Answer.Response response when isLetIn(visit, response) ->
          Result.passed(id(), visit.host(), "let in with " + response.status());
      case Answer.Response response ->
          Result.failed(
              id(),
              visit.host(),
              "`" + visit.host() + "` answers " + response.status() + " to the service token",
              response.isRedirect()
                  ? "the token's policy must have the action Service Auth, not Allow"
                  : "check that the preview runs and that the token has not expired");
    };
  }

  /** At a name that no preview has, the Gateway's 404 is the answer from behind Access. */
  private static boolean isLetIn(Visit visit, Answer.Response response) {
    return response.isSuccess()
        || (response.isRedirect() && staysAt(visit.host(), response))
        || (visit.isNobodysHost() && response.status() == 404);
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
