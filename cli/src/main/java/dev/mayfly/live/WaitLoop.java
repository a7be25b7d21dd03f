package dev.mayfly.live;

import dev.mayfly.diagnostic.Sleeper;
import dev.mayfly.live.Ending.Result;
import dev.mayfly.live.Observation.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Looks again and again until the preview is live, fails or the time is over. What flaps is neither
 * live nor failed: both have to last.
 */
public record WaitLoop(Witness witness, Limits limits, InstantSource clock, Sleeper sleeper) {
  /**
   * How long to look.
   *
   * @param timeout when to give up
   * @param interval between two looks
   * @param stable how long it has to be live without a break
   * @param degraded how long it may be degraded without a break
   */
  public record Limits(Duration timeout, Duration interval, Duration stable, Duration degraded) {}

  /** Waits; {@code progress} is told of every look and how long it has been. */
  public Ending await(BiConsumer<Duration, Observation> progress) {
    Instant start = clock.instant();
    Instant since = start;
    Stage stage = Stage.WAITING;
    while (true) {
      Observation seen = witness.look();
      Instant now = clock.instant();
      Duration took = Duration.between(start, now);
      progress.accept(took, seen);
      if (seen.stage() != stage && seen.stage() != Stage.UNANSWERED) {
        stage = seen.stage();
        since = now;
      }
      Optional<Result> result = result(seen.stage(), Duration.between(since, now));
      if (result.isPresent()) {
        return ending(result.get(), seen, took);
      }
      Duration left = limits.timeout().minus(took);
      Duration pause = left.compareTo(limits.interval()) < 0 ? left : limits.interval();
      if (!left.isPositive() || !sleeper.slept(pause)) {
        return ending(Result.TIMED_OUT, seen, took);
      }
    }
  }

  private Optional<Result> result(Stage stage, Duration lasted) {
    return switch (stage) {
      case FAILED -> Optional.of(Result.FAILED);
      case SUPERSEDED -> Optional.of(Result.SUPERSEDED);
      case LIVE -> Optional.of(Result.LIVE).filter(r -> lasted.compareTo(limits.stable()) >= 0);
      case DEGRADED ->
          Optional.of(Result.FAILED).filter(r -> lasted.compareTo(limits.degraded()) >= 0);
      case WAITING, UNSEEN, BEHIND, GOING, UNANSWERED -> Optional.empty();
    };
  }

  /** Judges one look, where looking again would show the same. */
  public static Ending once(Witness witness) {
    Observation seen = witness.look();
    Result result =
        switch (seen.stage()) {
          case LIVE -> Result.LIVE;
          case FAILED, DEGRADED -> Result.FAILED;
          case SUPERSEDED -> Result.SUPERSEDED;
          case WAITING, UNSEEN, BEHIND, GOING, UNANSWERED -> Result.WAITING;
        };
    return new Ending(result, seen, Duration.ZERO);
  }

  private Ending ending(Result result, Observation seen, Duration took) {
    if (result != Result.FAILED && result != Result.TIMED_OUT) {
      return new Ending(result, seen, took);
    }
    Set<Trouble> troubles = new LinkedHashSet<>(seen.troubles());
    troubles.addAll(witness.explain());
    return new Ending(result, seen.with(new ArrayList<>(troubles)), took);
  }
}
