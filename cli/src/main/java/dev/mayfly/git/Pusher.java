package dev.mayfly.git;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Activity.Step;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Pushes and finds out what came of it. Never believes a no, an exception or a time-out. */
record Pusher(RetriedReads reads) {
  /** How often a refusal is believed to be another writer's lock. */
  private static final int REFUSALS = 3;

  PushOutcome push(List<RefChange> changes) {
    Activity activity = reads.access().activity();
    for (RefChange change : changes) {
      activity.detail(
          "%s from %s to %s"
              .formatted(
                  change.ref().full(), change.expectedId().name(), change.wantedId().name()));
    }
    try (Step step = activity.begin("pushing to", reads.remote().name())) {
      PushOutcome outcome = repeated(changes);
      step.outcome(refs(changes) + " " + words(outcome));
      return outcome;
    }
  }

  private static String refs(List<RefChange> changes) {
    return changes.stream()
        .map(change -> change.ref().shortName())
        .collect(Collectors.joining(", "));
  }

  private static String words(PushOutcome outcome) {
    return switch (outcome) {
      case PushOutcome.Landed landed -> "landed";
      case PushOutcome.LostRace lost -> "lost a race";
      case PushOutcome.NotAtomic missing -> "cannot move together";
      case PushOutcome.Refused refused -> "refused: " + refused.reason();
      case PushOutcome.Unreachable unreachable -> "not known: " + unreachable.reason();
    };
  }

  private PushOutcome repeated(List<RefChange> changes) {
    Retry retry = reads.retry();
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
      reads.access().activity().detail("again, after try " + attempt + ": " + words(outcome));
    }
  }

  private PushOutcome pushOnce(List<RefChange> changes) {
    PushOutcome unchanged;
    try {
      unchanged = ForeignObjects.run(() -> reads.exchange().push(changes));
      if (!(unchanged instanceof PushOutcome.Refused)) {
        return unchanged;
      }
    } catch (IOException e) {
      RemoteFailure failure = reads.failure(e);
      unchanged =
          failure.denied()
              ? new PushOutcome.Refused(failure.problem(1).problems().getFirst().message())
              : new PushOutcome.Unreachable(failure.words());
    }
    try {
      List<String> names = changes.stream().map(change -> change.ref().full()).toList();
      return RefJudgement.of(
              changes, ForeignObjects.run(() -> reads.exchange().refs(names, ref -> false)))
          .orElse(unchanged);
    } catch (IOException e) {
      return new PushOutcome.Unreachable(reads.failure(e).words());
    }
  }
}
