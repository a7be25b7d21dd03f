package dev.mayfly.access;

import dev.mayfly.http.Answer;
import dev.mayfly.http.Request;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Access guards the host: by its signed word, or where it gives none by the login it leads to. */
record ProtectedCheck(AccessApplication application, AskedOnce keys, InstantSource clock)
    implements Check {
  private static final String FORGED = "an answer like this can come from anyone; trust nothing";

  @Override
  public Evidence of(HostProbe visit) {
    Answer answer =
        visit
            .http()
            .ask(
                Request.headersOnly("HEAD", visit.url("/"))
                    .with(Map.of(Metadata.REQUEST_HEADER, "true")));
    return switch (answer) {
      case Answer.Silence silence -> Evidence.silent(visit.host(), silence);
      case Answer.Response response when response.first(Metadata.HEADER).isPresent() ->
          signed(visit, response.header(Metadata.HEADER).flatMap(SignedToken::parse));
      case Answer.Response response -> login(visit);
    };
  }

  private Evidence signed(HostProbe visit, Optional<SignedToken> parsed) {
    if (parsed.isEmpty()) {
      return refused(visit, "cannot be read");
    }
    SignedToken token = parsed.get();
    if (token.claims().at("app_hostname") == null) {
      // cloudflared knows an Access that leaves it out: true, but it does not show the wildcard.
      return login(visit);
    }
    Optional<String> misfit =
        Metadata.misfit(token, application, visit.host())
            .or(() -> Metadata.mistimed(token, clock.instant()));
    if (misfit.isPresent()) {
      return refused(visit, misfit.get());
    }
    return switch (keys.answer()) {
      case Answer.Silence silence -> Evidence.unheard(application.teamHost(), silence);
      case Answer.Response certs when certs.status() != 200 ->
          Evidence.failed(
              "`"
                  + application.teamHost()
                  + "` answers "
                  + certs.status()
                  + " when asked for its keys",
              "check `exposure.access.team`");
      case Answer.Response certs ->
          token.isSignedByOneOf(KeySet.named(token.keyId(), certs.body()))
              ? Evidence.passed("signed by `" + application.team() + "`")
              : refused(visit, "is not signed by a key of the team");
    };
  }

  private Evidence refused(HostProbe visit, String why) {
    return Evidence.failed("the Access metadata of `" + visit.host() + "` " + why, FORGED);
  }

  private Evidence login(HostProbe visit) {
    return switch (visit.anonymous()) {
      case Answer.Silence silence -> Evidence.silent(visit.host(), silence);
      case Answer.Response response when LoginAnswer.isFrom(application, visit.host(), response) ->
          Evidence.passed("turned away to the login of `" + application.team() + "`");
      case Answer.Response response ->
          Evidence.failed(
              "`"
                  + visit.host()
                  + "` answers "
                  + response.status()
                  + " and neither signed metadata nor the login of `"
                  + application.team()
                  + "` with the audience"
                  + " of `exposure.access`",
              response.status() == 403
                  ? "a firewall rule may answer before Access does; let this check through"
                  : "put one Access application on `" + application.wildcard() + "`");
    };
  }
}
