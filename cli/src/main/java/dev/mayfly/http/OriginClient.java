package dev.mayfly.http;

import dev.mayfly.diagnostic.Activity.Step;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Asks one server until it answers or it is certain that it will not. Reads and repeatable writes
 * are sent again after server errors and cut connections; a write that creates something is not,
 * since its first copy may have arrived. Redirects are followed within scheme, host and port only.
 *
 * @param wantsRest whether a refusal means "too many requests", beyond what its status and headers
 *     say
 */
public record OriginClient(
    HttpTransport transport,
    Endpoint endpoint,
    String accept,
    Predicate<Answer.Response> wantsRest) {
  /** How often one request is sent at most. */
  public static final int ATTEMPTS = 4;

  private static final int REDIRECTS = 5;

  /** What came of a request that was sent as often as it took: an {@link Answer}, or this. */
  public sealed interface Outcome permits Answer, GivenUp, TurnedAway, Astray {}

  /**
   * No answer, or a server's error, and no further attempt.
   *
   * @param unsettled whether a write may have happened: only reading again tells
   */
  public record GivenUp(Answer last, int attempts, boolean unsettled) implements Outcome {
    public String words() {
      return last instanceof Answer.Response response
          ? "answers " + response.status()
          : "gives no answer";
    }
  }

  /** The server wants more rest than there is time for. */
  public record TurnedAway(int status, Duration rest) implements Outcome {}

  /** A redirect that is not followed. */
  public record Astray(Way way, int status) implements Outcome {}

  /** Where a redirect leads that is not followed. */
  public enum Way {
    IN_CIRCLES,
    TO_ANOTHER_HOST,
    /** 301 to 303 for a write, which would become a read. */
    MOVED
  }

  /** Another API of the same server, in the same time. */
  public OriginClient at(URI other) {
    return new OriginClient(transport, endpoint.at(other), accept, wantsRest);
  }

  /** Sends the request. */
  public Outcome send(Request request) {
    String what = endpoint.url().getHost() + ": " + request.describe();
    try (Step step = transport.access().activity().begin("asking", what)) {
      step.outcome("no answer");
      return answered(request, step);
    }
  }

  private Outcome answered(Request request, Step step) {
    URI first = resolve(request);
    if (Endpoint.sameOrigin(endpoint.url(), first.toString()).isEmpty()) {
      return new Astray(Way.TO_ANOTHER_HOST, 0);
    }
    Request current = addressed(request, first);
    int redirects = 0;
    for (int attempt = 1; ; attempt++) {
      Answer answer = transport.send(current);
      boolean certain = request.repeatable();
      switch (answer) {
        case Answer.Silence(Answer.Reason reason) when reason.isFinal() -> {
          return answer;
        }
        case Answer.Silence(Answer.Reason reason) -> certain |= !reason.mayHaveArrived();
        case Answer.Response response -> {
          step.outcome(response.words());
          if (response.isRedirect()) {
            Optional<URI> target = response.first("location").flatMap(response::sameOrigin);
            Optional<Way> astray = astray(request, response, ++redirects, target.isPresent());
            if (astray.isPresent()) {
              return new Astray(astray.get(), response.status());
            }
            current = current.to(target.orElseThrow().toString());
            continue;
          }
          if (RetryAfter.isRateLimit(response.status(), response.headers())
              || wantsRest.test(response)) {
            Duration rest = RetryAfter.of(response.headers(), transport.budget().now());
            if (attempt >= ATTEMPTS || !transport.budget().allows(rest)) {
              return new TurnedAway(response.status(), rest);
            }
            detail("`%s` wants %s s of rest".formatted(host(), Long.toString(rest.toSeconds())));
            if (!transport.budget().sleep(rest)) {
              return new Answer.Silence(Answer.Reason.INTERRUPTED);
            }
            continue;
          }
          if (response.status() / 100 != 5) {
            return answer;
          }
        }
      }
      GivenUp failed = new GivenUp(answer, attempt, !certain);
      if (!certain || attempt >= ATTEMPTS) {
        return failed;
      }
      detail(
          "again, after try %s: `%s` at `%s` %s"
              .formatted("" + attempt, request.describe(), host(), failed.words()));
      if (!backOff(attempt)) {
        return new Answer.Silence(Answer.Reason.INTERRUPTED);
      }
    }
  }

  private static Optional<Way> astray(
      Request request, Answer.Response response, int redirects, boolean same) {
    if (redirects > REDIRECTS) {
      return Optional.of(Way.IN_CIRCLES);
    }
    if (!same) {
      return Optional.of(Way.TO_ANOTHER_HOST);
    }
    boolean kept = request.isRead() || response.status() == 307 || response.status() == 308;
    return kept ? Optional.empty() : Optional.of(Way.MOVED);
  }

  private Request addressed(Request request, URI url) {
    return request
        .to(url.toString())
        .with(Map.of("Accept", accept))
        .withSecrets(
            endpoint.token().map(token -> Map.of("Authorization", token)).orElse(Map.of()));
  }

  /** Where a request goes. */
  public URI resolve(Request request) {
    return request.target().startsWith("/")
        ? endpoint.below(request.target())
        : URI.create(request.target());
  }

  /** Pauses before something is tried again that a caller saw fail; false when told to end. */
  public boolean backOff(int attempts) {
    return transport.budget().backOff(attempts);
  }

  /** The time that all requests of a run may take. */
  public Duration budget() {
    return transport.access().limits().budget();
  }

  private String host() {
    return endpoint.url().getHost();
  }

  private void detail(String line) {
    transport.access().activity().detail(line);
  }
}
