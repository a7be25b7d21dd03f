package dev.mayfly.access;

import dev.mayfly.http.Answer;

/**
 * Nobody gets past Access without credentials. Any answer that is not a refusal came from behind
 * it: even a 404 or a 502 shows a bypass policy, under which the signed metadata still looks right.
 */
record AnonymousCheck(AccessApplication application) implements Check {
  @Override
  public Evidence of(HostProbe visit) {
    return switch (visit.anonymous()) {
      case Answer.Silence silence -> Evidence.silent(visit.host(), silence);
      case Answer.Response response
          when LoginAnswer.isFrom(application, visit.host(), response) || isRefusal(response) ->
          Evidence.passed("refused with " + response.status());
      case Answer.Response response ->
          Evidence.failed(
              "`"
                  + visit.host()
                  + "` answers "
                  + response.status()
                  + " to a request without credentials",
              "look for a bypass policy, or a DNS record that is not proxied");
    };
  }

  private static boolean isRefusal(Answer.Response response) {
    return response.status() == 401 || response.status() == 403;
  }
}
