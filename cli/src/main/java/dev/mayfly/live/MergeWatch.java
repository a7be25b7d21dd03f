package dev.mayfly.live;

import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.PreviewBranch;
import dev.mayfly.delivery.PreviewState;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.preview.CommitSha;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * A witness that also sees, where nothing of the commit is seen, whether the GitOps branch has it:
 * mostly nobody has merged it. Once it is there, Git is not asked again.
 */
public final class MergeWatch implements Witness {
  private static final Duration EVERY = Duration.ofSeconds(30);
  private final Witness witness;
  private final Wanted wanted;
  private final Delivery delivery;
  private final GitOpsRecords records;
  private Optional<Trouble> trouble = Optional.empty();
  private Instant next = Instant.MIN;

  public MergeWatch(Witness witness, Wanted wanted, Delivery delivery) {
    this.witness = witness;
    this.wanted = wanted;
    this.delivery = delivery;
    this.records = new GitOpsRecords(delivery.remote(), wanted.id());
  }

  @Override
  public Observation look() {
    Observation seen = witness.look();
    return switch (seen.stage()) {
      case UNSEEN, BEHIND -> trouble().map(it -> told(seen, it)).orElse(seen);
      case WAITING, GOING, UNANSWERED, DEGRADED, LIVE, FAILED, SUPERSEDED -> seen;
    };
  }

  private static Observation told(Observation seen, Trouble trouble) {
    return new Observation(seen.stage(), seen.words() + ": " + trouble.message(), List.of(trouble));
  }

  private Optional<Trouble> trouble() {
    Instant now = delivery.clock().instant();
    if (!now.isBefore(next)) {
      next = now.plus(EVERY);
      try {
        trouble = ask();
        next = trouble.isEmpty() ? Instant.MAX : next;
      } catch (ProblemsException e) {
        // Whoever was asked first has answered; that Git does not is no word about the preview.
        trouble = Optional.empty();
        next = Instant.MAX;
      }
    }
    return trouble;
  }

  private Optional<Trouble> ask() {
    RemoteRepository remote = delivery.remote();
    RefName own = PreviewBranch.of(remote.folder(), wanted.id());
    Set<RefName> read = Set.of(own, delivery.branch());
    SortedMap<RefName, CommitSha> refs =
        remote.refs(read.stream().map(RefName::full).toList(), read::contains);
    if (isAt(Optional.of(remote.require(delivery.branch(), refs).commit()))) {
      return Optional.empty();
    }
    return Optional.of(
        isAt(Optional.ofNullable(refs.get(own)))
            ? new Trouble(
                own.shortName(),
                "not merged",
                PreviewState.WAITING.meaning(),
                "merge the pull request of this branch in `" + wanted.overlayRepository() + "`")
            : new Trouble(
                wanted.overlayPath(),
                "not in Git",
                "`mayfly open` has not delivered the commit",
                "see how the run of `mayfly open` for this commit ended"));
  }

  private boolean isAt(Optional<CommitSha> gitops) {
    return gitops
        .flatMap(records::at)
        .filter(it -> it.pullRequest().headSha().equals(wanted.commit()))
        .isPresent();
  }

  /** What Git lacks nobody else can have, so what they know is about another commit. */
  @Override
  public List<Trouble> explain() {
    return trouble.isPresent() ? List.of() : witness.explain();
  }
}
