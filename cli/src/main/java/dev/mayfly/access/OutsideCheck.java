package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Request;
import java.net.URI;
import java.util.Optional;

/**
 * A host refuses whoever comes from elsewhere. That can only be seen from elsewhere, and a machine
 * that nobody answers sees nothing: what is not refused in so many words counts only where another
 * host is heard.
 *
 * @param outside whether somebody says that this machine is outside
 */
record OutsideCheck(NamedNetworks networks, boolean outside) implements Check {
  @Override
  public Evidence of(HostProbe visit) {
    if (!outside) {
      return Evidence.unverifiable(
          "a refusal can be seen from outside " + networks.list() + " only",
          "run it on a machine in none of these networks, and say so by `--outside`");
    }
    return switch (visit.anonymous()) {
      case Answer.Response response when response.status() == 403 ->
          Evidence.passed("refused with 403");
      case Answer.Response response ->
          answered(visit, "answers " + response.status() + " to somebody outside ");
      case Answer.Silence(Answer.Reason reason) when reason == Answer.Reason.TLS ->
          answered(visit, "answers with a certificate that does not hold, to somebody outside ");
      case Answer.Silence silence -> silent(visit, silence);
    };
  }

  private Evidence answered(HostProbe visit, String what) {
    return Evidence.failed(
        "`" + visit.host() + "` " + what + networks.list(),
        visit.isNobodysHost()
            ? "let the load balancer refuse all other addresses, or the Gateway at every name, by"
                + " `exposure.access.catchAll`"
            : "let the load balancer or the Gateway refuse all other addresses");
  }

  private Evidence silent(HostProbe visit, Answer.Silence silence) {
    return switch (silence.reason()) {
      case NOT_CONNECTED, CONNECT_TIME_OUT ->
          visit.http().isProxied(URI.create(visit.url("/")))
              ? Evidence.unverifiable(
                  "a proxy stands between, and `" + visit.host() + "` was not reached by it",
                  "run it where `https_proxy` is not set, or name the domain in `no_proxy`")
              : refused(visit, silence);
      case UNKNOWN_HOST ->
          Evidence.unverifiable(
              "`" + visit.host() + "` is not known to DNS here, which refuses nobody",
              "who knows the address may still come; check where the name is known");
      case TLS, TIME_OUT, CUT, TOO_LARGE, BUDGET_SPENT, INTERRUPTED ->
          Evidence.silent(visit.host(), silence);
    };
  }

  private Evidence refused(HostProbe visit, Answer.Silence silence) {
    if (visit.http().isTaken(URI.create(visit.url("/")))) {
      return Evidence.unreachable("`" + visit.host() + "` takes the connection and says nothing");
    }
    Optional<String> known = networks.known();
    if (known.isEmpty()) {
      return Evidence.unverifiable(
          "`" + visit.host() + "` is silent, and no other host is known to be heard",
          "with `forge.url` or `gitops.repository` by https there is one");
    }
    return isHeard(known.get(), visit)
        ? Evidence.passed("refused: " + silence.reason().words())
        : Evidence.unreachable(
            "neither `" + visit.host() + "` nor `" + known.get() + "` gives an answer");
  }

  /** Whether somebody answers there, be it with a certificate that does not hold. */
  private static boolean isHeard(String host, HostProbe visit) {
    return switch (visit.http().ask(Request.headersOnly("HEAD", "https://" + host + "/"))) {
      case Answer.Response response -> true;
      case Answer.Silence silence -> silence.reason() == Answer.Reason.TLS;
    };
  }
}
