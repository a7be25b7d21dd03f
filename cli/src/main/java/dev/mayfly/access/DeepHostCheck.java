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
  public Evidence of(HostProbe visit) {
    String deep = visit.randomLabel() + "." + visit.host();
    return switch (visit.http().ask(Request.headersOnly("GET", "https://" + deep + "/"))) {
      case Answer.Silence silence when silence.reason().isAbsence() ->
          Evidence.passed("nothing below it: " + silence.reason().words());
      case Answer.Silence silence -> Evidence.unheard(deep, silence);
      case Answer.Response response
          when !response.isSuccess()
              && (!response.isRedirect() || turnedAway.test(deep, response)) ->
          Evidence.passed("nothing below it: " + response.status());
      case Answer.Response response ->
          Evidence.failed(
              "`" + deep + "` answers " + response.status() + ", outside the wildcard",
              "give the listener a hostname and each route exactly one, one label below the"
                  + " domain");
    };
  }
}
