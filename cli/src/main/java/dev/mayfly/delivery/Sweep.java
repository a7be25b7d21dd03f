package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.CompareAndSwapLoop.Ended;
import dev.mayfly.git.CompareAndSwapLoop.Step;
import dev.mayfly.git.Decision;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the overlays in line with the pull requests and the policy: removes what is proven to be
 * closed or expired and renders anew what is stale, all in one commit. What cannot be read is left
 * alone and reported; it never stops the rest.
 */
public final class Sweep {
  private final Delivery delivery;
  private final Judge judge;
  private final boolean massRemoval;
  private final Proposals proposals;
  private final Set<PreviewId> retries;
  private final BundleMoves moves;

  /** Without mass removal more than half of the previews are never removed. */
  public Sweep(
      Delivery delivery,
      Judge judge,
      boolean massRemoval,
      Proposals proposals,
      Set<PreviewId> retries,
      BundleMoves moves) {
    this.moves = moves;
    this.retries = Set.copyOf(retries);
    this.delivery = delivery;
    this.judge = judge;
    this.massRemoval = massRemoval;
    this.proposals = proposals;
  }

  /**
   * Whether a preview shall go; asked of one pull request at a time, never concluded from a list.
   */
  @FunctionalInterface
  public interface Judge {
    /** Where no forge is asked, all of them stay. */
    Judge NOBODY_ASKED = (policy, id, repository) -> new Answer.Stays(Optional.empty());

    /** The answer for a preview that was recorded of a pull request of this repository. */
    Answer of(Policy policy, PreviewId id, RepositoryName repository);

    /** What the repository that was recorded is called now, where that is known. */
    default RepositoryName present(Policy policy, PreviewId id, RepositoryName recorded) {
      return recorded;
    }
  }

  /** What is known of a preview's pull request. */
  public sealed interface Answer {
    /** Shall be there; with where the pull request is now, if somebody says. */
    record Stays(Optional<CommitSha> head) implements Answer {}

    /** Read as closed, merged, expired or no longer admitted. */
    record Goes(String reason) implements Answer {}

    /** Could not be found out: the preview stays. */
    record Unknown(Problem problem) implements Answer {}
  }

  /** One preview, what becomes of it, and the stage that people are told of. */
  public record Item(
      PreviewId id, Effect effect, String reason, PullRequest source, LifeStage stage) {
    boolean isRemoval() {
      return effect == Effect.REMOVED;
    }

    /** The item without its reason, which may change from day to day. */
    String line() {
      return id + ": " + effect.word();
    }
  }

  /**
   * What a sweep did, or would do.
   *
   * @param commit what was pushed to the GitOps branch
   * @param proposal what its own pull request shall bring; empty when nothing waits
   * @param seen the repository as it was looked at last
   */
  public record Swept(
      List<Item> items,
      List<Problem> problems,
      Optional<CommitSha> commit,
      List<Item> proposal,
      GitOpsView seen,
      boolean dryRun) {}

  /**
   * Sweeps.
   *
   * @throws ProblemsException (refused) when more than half of the previews would go at once,
   *     (configuration) when one that shall be tried again is not there
   */
  public Swept run(GitOpsView first) {
    SweepRendering.requireThere(first.overlays(), retries);
    if (delivery.dryRun()) {
      SweepPlan plan = plan(first);
      List<Item> proposal = plan.changes(Change.PULL_REQUEST);
      return new Swept(plan.items(), plan.problems(), Optional.empty(), proposal, first, true);
    }
    CompareAndSwapLoop loop = new CompareAndSwapLoop(delivery.remote());
    Ended<SweepPlan> ended = loop.run(first, delivery::view, this::push);
    SweepPlan pushed = ended.learnt();
    List<Problem> problems = new ArrayList<>(pushed.problems());
    pushed.withdraw(problems);
    // Looked at again when the push moved the branch; else the plan still holds.
    GitOpsView seen = ended.commit().isPresent() ? delivery.view() : pushed.view();
    Proposal proposal = loop.run(seen, delivery::view, found -> propose(found, pushed)).learnt();
    boolean declined = proposal.declined.isPresent();
    proposal.declined.ifPresent(problems::add);
    if (proposal.items.isEmpty() || declined) {
      SweepBranch.end(delivery.remote(), seen, proposals, declined, problems);
    }
    List<Item> waiting = declined ? List.of() : proposal.items;
    return new Swept(pushed.items(), problems, ended.commit(), waiting, seen, false);
  }

  /**
   * What shall go through a pull request.
   *
   * @param declined why it is not proposed: people said no to the same before
   */
  private record Proposal(List<Item> items, Optional<Problem> declined) {}

  private Step<SweepPlan> push(GitOpsView found) {
    SweepPlan now = plan(found);
    List<TreeEdit> edits = now.edits(Change.PUSH);
    return new Step<>(
        now,
        edits.isEmpty()
            ? new Decision.Nothing()
            : Decision.onto(
                delivery.branch(), found.snapshot(), edits, text(now, now.changes(Change.PUSH))));
  }

  private Step<Proposal> propose(GitOpsView found, SweepPlan pushed) {
    CommitSha planned = pushed.view().snapshot().commit();
    SweepPlan now = planned.equals(found.snapshot().commit()) ? pushed : plan(found);
    List<TreeEdit> edits = now.edits(Change.PULL_REQUEST);
    List<Item> items = now.changes(Change.PULL_REQUEST);
    Optional<Problem> declined =
        edits.isEmpty()
            ? Optional.empty()
            : proposals
                .declined(SweepBranch.of(delivery.remote()), ChangeText.swept(items))
                .map(Proposals::warning);
    return new Step<>(
        new Proposal(items, declined),
        edits.isEmpty() || declined.isPresent()
            ? new Decision.Nothing()
            : SweepBranch.decision(delivery.remote(), found, edits, items, text(now, items)));
  }

  private SweepPlan plan(GitOpsView found) {
    SweepPlan plan = new SweepPlan(delivery, proposals, judge, found, retries, moves);
    if (!massRemoval) {
      List<Item> items = plan.previews();
      MassRemoval.refuse(
          items.stream().filter(Item::isRemoval).count(), items.size(), Effect.REMOVED);
    }
    return plan;
  }

  private CommitText text(SweepPlan now, List<Item> items) {
    StringBuilder body = new StringBuilder();
    items.forEach(item -> body.append(item.line() + " (" + item.reason() + ")\n"));
    String subject =
        items.size() == 1
            ? "Sweep the preview " + items.getFirst().id()
            : "Sweep " + items.size() + " previews";
    return delivery
        .message()
        .sweep(
            subject,
            body.toString().strip(),
            now.view().policy().platform().name(),
            delivery.clock().instant());
  }
}
