package dev.mayfly.access;

import dev.mayfly.http.Answer;
import java.util.List;
import java.util.Optional;

/**
 * Whoever comes without a login is led to the issuer, from every path: one that nobody has shows
 * that the login stands before the app and is not a page of it.
 */
record LoginCheck(LoginIssuer issuer, IssuerDiscovery discovery) implements Check {
  @Override
  public Evidence of(HostProbe visit) {
    if (discovery.answer() instanceof Answer.Silence silence) {
      return Evidence.unheard(issuer.authority(), silence);
    }
    return discovery
        .endpoint()
        .map(endpoint -> led(visit, new LoginWalk(visit, endpoint)))
        .orElseGet(() ->
            Evidence.failed(
                "`https://"
                    + issuer.authority()
                    + issuer.discoveryPath()
                    + "` does not say where `"
                    + issuer.issuer()
                    + "` logs people in",
                "write `exposure.access.issuer` as its tokens have it, with the same final slash"));
  }

  private Evidence led(HostProbe visit, LoginWalk walk) {
    if (visit.isNobodysHost()
        && visit.anonymous() instanceof Answer.Response response
        && response.status() == 404) {
      return Evidence.skipped("nothing is served there: each preview brings its own login");
    }
    for (String path : List.of("/", "/" + visit.randomLabel())) {
      Optional<Evidence> objection = walk.objection(path);
      if (objection.isPresent()) {
        return objection.get();
      }
    }
    return Evidence.passed(
        "led to the login of `"
            + issuer.authority()
            + "`"
            + issuer
                .client()
                .map(client -> " as `" + client + "`")
                .orElse(", by whichever client"));
  }
}
