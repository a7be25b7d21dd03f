package dev.mayfly.access;

import dev.mayfly.http.Answer;
import java.util.List;

/**
 * Whoever comes without a login is led to the issuer, from every path: one that nobody has shows
 * that the login stands before the app and is not a page of it.
 */
record LoginCheck(LoginIssuer issuer, IssuerDiscovery discovery) implements Check {
  static final String ID = "login";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Result of(HostProbe visit) {
    if (discovery.answer() instanceof Answer.Silence silence) {
      return Result.silent(id(), visit.host(), issuer.authority(), silence);
    }
    return discovery
        .endpoint()
        .map(endpoint -> led(visit, new LoginWalk(visit, endpoint)))
        .orElseGet(
            () ->
                Result.failed(
                    id(),
                    visit.host(),
                    "`https://"
                        + issuer.authority()
                        + issuer.discoveryPath()
                        + "` does not say where `"
                        + issuer.issuer()
                        + "` logs people in",
                    "write `exposure.access.issuer` as its tokens have it, with the same final slash"));
  }

  private Result led(HostProbe visit, LoginWalk walk) {
    if (visit.isNobodysHost()
        && visit.anonymous() instanceof Answer.Response response
        && response.status() == 404) {
      return Result.skipped(
          id(), visit.host(), "nothing is served there: each preview brings its own login");
    }
    for (String path : List.of("/", "/" + visit.tools().randomLabel())) {
      LoginWalk.End end = walk.from(path);
      if (end instanceof LoginWalk.Unheard(Answer.Silence silence)) {
        return Result.silent(id(), visit.host(), visit.host(), silence);
      }
      if (end instanceof LoginWalk.Elsewhere(String message, String hint)) {
        return Result.failed(id(), visit.host(), message, hint);
      }
    }
    return Result.passed(
        id(),
        visit.host(),
        "led to the login of `"
            + issuer.authority()
            + "`"
            + issuer
                .client()
                .map(client -> " as `" + client + "`")
                .orElse(", by whichever client"));
  }
}
