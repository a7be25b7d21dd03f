package dev.mayfly.git;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Pushes and finds out what came of it. Never believes a no, an exception or a time-out. */
final class Pusher {
  private static final int ATTEMPTS = 3;

  private final Exchange exchange;
  private final Retry retry;
  private final Function<IOException, RemoteFailure> failures;

  Pusher(Exchange exchange, Retry retry, Function<IOException, RemoteFailure> failures) {
    this.exchange = exchange;
    this.retry = retry;
    this.failures = failures;
  }

  PushOutcome push(List<RefChange> changes) {
    Instant deadline = retry.deadline();
    for (int attempt = 1; ; attempt++) {
      PushOutcome outcome = pushOnce(changes);
      boolean settled =
          switch (outcome) {
            case PushOutcome.Landed landed -> true;
            case PushOutcome.LostRace lost -> true;
            case PushOutcome.NotAtomic missing -> true;
            // A ref that another writer holds locked this very moment looks like a refusal.
            case PushOutcome.Refused refused -> false;
            case PushOutcome.Unreachable unreachable -> false;
          };
      if (settled || attempt == ATTEMPTS || !retry.pause(attempt, deadline)) {
        return outcome;
      }
    }
  }

  private PushOutcome pushOnce(List<RefChange> changes) {
    PushOutcome unchanged;
    try {
      Exchange.PushReply reply = exchange.push(changes);
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
              ? new PushOutcome.Refused(failure.problem().problems().getFirst().message())
              : new PushOutcome.Unreachable(failure.words());
    }
    try {
      return RefJudgement.of(changes, exchange::refs).orElse(unchanged);
    } catch (IOException e) {
      return new PushOutcome.Unreachable(failures.apply(e).words());
    }
  }
}
