package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Request;
import java.util.function.BiPredicate;

/**
 * A name two labels below the domain serves nothing: the wildcard of a certificate and of Access
 * covers one label, a Gateway listener's any number.
 *
 * @param turnedAway true for an answer of the host by which the guard leads a visitor away
 */
record DeepHostCheck(BiPredicate<String, Answer.Response> turnedAway) implements Check {
  @Override
  public String id() {
    return "deep-host";
  }

  @Override
  public Result of(HostProbe visit) {
    String deep = visit.tools().randomLabel() + "." + visit.host();
    return switch (visit.tools().http().ask(Request.headersOnly("GET", "https://" + deep + "/"))) {
      case Answer.Silence silence when silence.reason().isAbsence() ->
          Result.passed(id(), visit.host(), "nothing below it: " + silence.reason().words());
      case Answer.Silence silence -> Result.silent(id(), visit.host(), deep, silence);
      case Answer.Response response
          when !response.isSuccess()
              && (!response.isRedirect() || turnedAway.test(deep, response)) ->
          Result.passed(id(), visit.host(), "nothing below it: " + response.status());
      case Answer.Response response ->
          Result.failed(
              id(),
              visit.host(),
              "`" + deep + "` answers " + response.status() + ", outside the wildcard",
              "give the listener a hostname and each route exactly one, one label below the"
                  + " domain");
    };
  }
}
