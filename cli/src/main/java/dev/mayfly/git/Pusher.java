package dev.mayfly.git;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Pushes and finds out what came of it. Never believes a no, an exception or a time-out. */
final class Pusher {
  /** How often a refusal is believed to be another writer's lock. */
  private static final int REFUSALS = 3;

  private final Exchange exchange;
  private final Retry retry;
  private final Function<IOException, RemoteFailure> failures;

  Pusher(Exchange exchange, Retry retry, Function<IOException, RemoteFailure> failures) {
    this.exchange = exchange;
    this.retry = retry;
    this.failures = failures;
  }

  PushOutcome push(List<RefChange> changes) {
    Instant start = retry.now();
    for (int attempt = 1; ; attempt++) {
      Instant sent = retry.now();
      PushOutcome outcome = pushOnce(changes);
      boolean again =
          switch (outcome) {
            case PushOutcome.Landed landed -> false;
            case PushOutcome.LostRace lost -> false;
            case PushOutcome.NotAtomic missing -> false;
            // A ref that another writer holds locked this very moment looks like a refusal.
            case PushOutcome.Refused refused ->
                attempt < REFUSALS
                    && retry.pause(attempt, Duration.between(sent, retry.now()), start);
            case PushOutcome.Unreachable unreachable -> retry.backOff(attempt, start);
          };
      if (!again) {
        return outcome;
      }
    }
  }

  private PushOutcome pushOnce(List<RefChange> changes) {
    PushOutcome unchanged;
    try {
      Exchange.PushReply reply = ForeignObjects.run(() -> exchange.push(changes));
      if (reply.accepted()) {
        return new PushOutcome.Landed();
      }
      if (reply.atomicMissing()) {
        return new PushOutcome.NotAtomic();
      }
      unchanged = new PushOutcome.Refused(reply.text());
    } catch (IOException e) {
      RemoteFailure failure = failures.apply(e);
      unchanged =
          failure.denied()
              ? new PushOutcome.Refused(failure.problem(1).problems().getFirst().message())
              : new PushOutcome.Unreachable(failure.words());
    }
    try {
      return ForeignObjects.run(() -> RefJudgement.of(changes, exchange::refs)).orElse(unchanged);
    } catch (IOException e) {
      return new PushOutcome.Unreachable(failures.apply(e).words());
    }
  }
}
