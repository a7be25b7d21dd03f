package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.preview.CommitSha;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads a branch, lets the caller decide, pushes, and starts over when somebody else was faster.
 * The caller decides anew on every round: a limit that had room may be full now.
 */
public record CompareAndSwapLoop(RemoteRepository remote) {
  /** How a delivery ended when it did not end in a problem. */
  public sealed interface Result {
    /** The commit is there. */
    record Delivered(CommitSha commit, int rounds) implements Result {}

    /** The tree already was what it should be: nothing to commit. */
    record Unchanged() implements Result {}

    /**
     * Several refs had to move together, and this server cannot do that or does not take one of
     * them, such as a ref that is no branch; nothing moved.
     */
    record NotTogether() implements Result {}
  }

  /** What the caller learnt from what it found, and what it wants done about it. */
  public record Step<T>(T learnt, Decision decision) {}

  /** What the last step learnt, and how it ended. */
  public record Ended<T>(T learnt, Result result) {
    /** The commit that was made; empty where there was nothing to do. */
    public Optional<CommitSha> commit() {
      return result instanceof Result.Delivered(CommitSha made, int ignored)
          ? Optional.of(made)
          : Optional.empty();
    }
  }

  /**
   * Runs until the change is there, turns out to be there, or the time is used up.
   *
   * @param first what was found before; what a push expects of refs comes from here
   * @param again finds it anew, after another writer was faster
   */
  public <S, T> Ended<T> run(S first, Supplier<S> again, Function<S, Step<T>> decide) {
    Instant start = remote.retry().now();
    S found = first;
    for (int round = 1; ; round++) {
      Instant begun = remote.retry().now();
      Step<T> step = decide.apply(found);
      switch (step.decision()) {
        case Decision.Nothing nothing -> {
          return new Ended<>(step.learnt(), new Result.Unchanged());
        }
        case Decision.Write write -> {
          Optional<CommitSha> commit = remote.commit(write.base(), write.edits(), write.text());
          if (commit.isEmpty()) {
            return new Ended<>(step.learnt(), new Result.Unchanged());
          }
          List<RefChange> changes = write.refs().apply(commit.get());
          switch (remote.push(changes)) {
            case PushOutcome.Landed landed -> {
              return new Ended<>(step.learnt(), new Result.Delivered(commit.get(), round));
            }
            case PushOutcome.NotAtomic missing -> {
              return new Ended<>(step.learnt(), new Result.NotTogether());
            }
            case PushOutcome.LostRace lost -> {
              pauseOrGiveUp(lost.moved(), round, begun, start);
              found = again.get();
            }
            case PushOutcome.Refused refused -> {
              if (changes.size() > 1) {
                return new Ended<>(step.learnt(), new Result.NotTogether());
              }
              throw refused(changes.getFirst().ref(), refused.reason());
            }
            case PushOutcome.Unreachable gone ->
                throw Fault.REMOTE.error(
                    "remote-unreachable",
                    "`%s` cannot be reached: %s".formatted(remote.url(), gone.reason()),
                    "whether the change landed is unknown; run the command again");
          }
        }
      }
    }
  }

  private void pauseOrGiveUp(RefName moved, int round, Instant begun, Instant start) {
    Retry retry = remote.retry();
    if (!retry.pause(round, Duration.between(begun, retry.now()), start)) {
      throw Fault.REMOTE.error(
          "race-lost",
          "`%s` of `%s` kept moving: every one of %s attempts came too late"
              .formatted(moved.shortName(), remote.url(), round),
          "run the command again when fewer deliveries are under way");
    }
  }

  private RuntimeException refused(RefName branch, String reason) {
    return Fault.REMOTE.error(
        "push-refused",
        "`%s` refuses the push%s".formatted(remote.url(), reason.isBlank() ? "" : ": " + reason),
        "is `" + branch.shortName() + "` protected, or the token for reading only?");
  }
}
