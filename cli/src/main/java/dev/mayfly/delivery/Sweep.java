package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.Decision;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the overlays in line with the pull requests and the policy: removes what is proven to be
 * closed or expired and renders anew what is stale, all in one commit. What cannot be read is left
 * alone and reported; it never stops the rest.
 */
public final class Sweep {
  private final Delivery desk;
  private final Fate fate;
  private final boolean massRemoval;
  private final Proposals proposals;
  private final Set<PreviewId> retries;
  private final BundleMoves moves;
  private @Nullable SweepPlan plan;

  /** Why what waits is not proposed: people said no to the same before. */
  private Optional<Problem> declined = Optional.empty();

  /** Without mass removal more than half of the previews are never removed. */
  public Sweep(
      Delivery desk,
      Fate fate,
      boolean massRemoval,
      Proposals proposals,
      Set<PreviewId> retries,
      BundleMoves moves) {
    this.moves = moves;
    this.retries = Set.copyOf(retries);
    this.desk = desk;
    this.fate = fate;
    this.massRemoval = massRemoval;
    this.proposals = proposals;
  }

  /**
   * Whether a preview shall go; asked of one pull request at a time, never concluded from a list.
   */
  @FunctionalInterface
  public interface Fate {
    /** The answer for a preview that was recorded of a pull request of this repository. */
    Answer of(Policy policy, PreviewId id, RepositoryName repository);

    /** What the repository that was recorded is called now, where that is known. */
    default RepositoryName present(Policy policy, PreviewId id, RepositoryName recorded) {
      return recorded;
    }
  }

  /** What is known of a preview's pull request. */
  public sealed interface Answer {
    record Stays() implements Answer {}

    /** Read as closed, merged, expired or no longer admitted. */
    record Goes(String reason) implements Answer {}

    /** Could not be found out: the preview stays. */
    record Unknown(Problem problem) implements Answer {}
  }

  /**
   * One preview and what becomes of it: {@code removed}, {@code rendered}, {@code retried} or
   * {@code kept}.
   *
   * @param stage what people are told of it
   */
  public record Item(
      PreviewId id, String word, String reason, PullRequest source, LifeStage stage) {
    boolean isRemoval() {
      return word.equals("removed");
    }

    /** The item without its reason, which may change from day to day. */
    String line() {
      return id + ": " + word;
    }
  }

  /**
   * What a sweep did, or would do.
   *
   * @param commit what was pushed to the GitOps branch
   * @param proposal what its own pull request shall bring; empty when nothing waits
   */
  public record Swept(
      List<Item> items,
      List<Problem> problems,
      Optional<CommitSha> commit,
      List<Item> proposal,
      boolean dryRun) {}

  /**
   * Sweeps.
   *
   * @throws ProblemsException (refused) when more than half of the previews would go at once,
   *     (configuration) when one that shall be tried again is not there
   */
  public Swept run() {
    if (!retries.isEmpty()) {
      Snapshot now = desk.remote().require(desk.branch());
      SweepRendering.requireThere(GitOpsView.overlays(now), retries);
    }
    if (desk.dryRun()) {
      SweepPlan plan = plan(desk.remote().require(desk.branch()));
      List<Item> proposal = plan.changes(Change.PULL_REQUEST);
      return new Swept(plan.items(), plan.problems(), Optional.empty(), proposal, true);
    }
    CompareAndSwapLoop loop = new CompareAndSwapLoop(desk.remote());
    Optional<CommitSha> commit = Optional.empty();
    if (loop.run(desk.branch(), this::push)
        instanceof CompareAndSwapLoop.Result.Delivered(CommitSha made, int ignored)) {
      commit = Optional.of(made);
    }
    SweepPlan pushed = Objects.requireNonNull(plan);
    List<Problem> problems = new ArrayList<>(pushed.problems());
    pushed.withdraw(problems);
    // Looked at again when the push moved the branch; else the plan still holds.
    loop.run(desk.branch(), this::propose);
    List<Item> proposal = Objects.requireNonNull(plan).changes(Change.PULL_REQUEST);
    declined.ifPresent(problems::add);
    if (proposal.isEmpty() || declined.isPresent()) {
      String platform = pushed.policy().platform().name();
      SweepBranch.end(desk.remote(), platform, proposals, declined.isPresent(), problems);
    }
    return new Swept(
        pushed.items(), problems, commit, declined.isPresent() ? List.of() : proposal, false);
  }

  private Decision push(Snapshot found) {
    SweepPlan now = plan(found);
    List<TreeEdit> edits = now.edits(Change.PUSH);
    return edits.isEmpty()
        ? new Decision.Nothing()
        : Decision.onto(desk.branch(), found, edits, text(now, now.changes(Change.PUSH)));
  }

  private Decision propose(Snapshot found) {
    SweepPlan now = plan(found);
    List<TreeEdit> edits = now.edits(Change.PULL_REQUEST);
    List<Item> items = now.changes(Change.PULL_REQUEST);
    declined =
        edits.isEmpty()
            ? Optional.empty()
            : proposals
                .declined(SweepBranch.of(desk.remote()), ChangeText.swept(items))
                .map(Proposals::warning);
    return edits.isEmpty() || declined.isPresent()
        ? new Decision.Nothing()
        : SweepBranch.decision(
            desk.remote(), now.policy().platform().name(), edits, items, text(now, items));
  }

  private SweepPlan plan(Snapshot found) {
    if (plan == null || !plan.commit().equals(found.commit())) {
      plan = SweepPlan.of(desk, proposals, fate, found, retries, moves);
      if (!massRemoval) {
        List<Item> items = plan.previews();
        MassRemoval.refuse(items.stream().filter(Item::isRemoval).count(), items.size(), "removed");
      }
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
    return desk.message()
        .sweep(
            subject,
            body.toString().strip(),
            now.policy().platform().name(),
            desk.clock().instant());
  }
}
