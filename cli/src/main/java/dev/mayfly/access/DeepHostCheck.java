package dev.mayfly.access;

import java.util.Map;

/**
 * A name two labels below the domain serves nothing: an Access wildcard covers one label, a Gateway
 * listener's covers any number.
 */
final class DeepHostCheck implements Check {
  @Override
  public String id() {
    return "deep-host";
  }

  @Override
  public Result of(Visit visit) {
    String deep = visit.tools().randomLabel() + "." + visit.host();
    return switch (visit.tools().visitor().knock("GET", deep, Map.of())) {
      case Answer.Silence silence when silence.reason().isAbsence() ->
          Result.passed(id(), visit.host(), "nothing below it: " + silence.reason().words());
      case Answer.Silence silence -> Result.silent(id(), visit.host(), deep, silence);
      case Answer.Response response
          when !response.isSuccess()
              && (!response.isRedirect()
                  || LoginAnswer.isFrom(visit.application(), deep, response)) ->
          Result.passed(id(), visit.host(), "nothing below it: " + response.status());
      case Answer.Response response ->
          Result.failed(
              id(),
              visit.host(),
              "`" + deep + "` answers " + response.status() + ", outside the Access wildcard",
              "give the listener a hostname and each route exactly one, one label below the"
                  + " domain");
    };
  }
}
