package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.AutoMerge;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.Proposal;
import dev.mayfly.forge.StickyComment;
import dev.mayfly.git.RefName;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left to do at the forge once Git holds the truth: the GitOps pull request and the
 * comment. The pull request matters and its failure ends the command; a comment is a courtesy.
 *
 * @param source the forge as seen by who comments on pull requests of apps
 */
public record Announcement(
    Forge source, Proposals proposals, Platform platform, boolean autoMerge) {

  /** What was said where, and what could not be. */
  public record Said(Optional<String> changeUrl, List<Problem> warnings) {
    /** Nothing was said, and nothing had to be. */
    public static final Said NOTHING = new Said(Optional.empty(), List.of());
  }

  private TreePath folder() {
    return TreePath.of(platform.gitops().path());
  }

  /** After a preview was opened or updated. */
  public Said opened(Opening.Delivered delivered) {
    Outcome outcome = delivered.outcome();
    List<Problem> warnings = new ArrayList<>();
    Optional<String> change = Optional.empty();
    if (outcome.waiting()) {
      ChangeText text =
          ChangeText.opened(delivered.blueprint(), delivered.facts(), delivered.overlay());
      change = propose(PreviewBranch.of(folder(), outcome.id()), text, warnings);
    }
    PullRequest source = delivered.facts().pullRequest();
    comment(source, outcome.id(), Comments.opened(outcome, source, change), false, warnings);
    return new Said(change, warnings);
  }

  /** After a preview was taken away. */
  public Said closed(Closing.Closed closed) {
    Outcome outcome = closed.outcome();
    List<Problem> warnings = new ArrayList<>();
    Optional<String> change = Optional.empty();
    if (outcome.waiting()) {
      ChangeText text = ChangeText.removed(outcome.id(), closed.source());
      change = propose(PreviewBranch.of(folder(), outcome.id()), text, warnings);
    }
    // Said again when there was nothing left to remove: the run that removed it may have died.
    comment(closed.source(), outcome.id(), Comments.closed(outcome, change), true, warnings);
    return new Said(change, warnings);
  }

  /** After a sweep: the pull request for what waits, and what is said of previews that are gone. */
  public Said swept(Sweep.Swept swept) {
    List<Problem> warnings = new ArrayList<>();
    Optional<String> change = Optional.empty();
    if (!swept.proposal().isEmpty()) {
      change = propose(SweepBranch.of(folder()), ChangeText.swept(swept.proposal()), warnings);
    }
    for (Sweep.Item item : swept.items()) {
      if (item.isRemoval() && !swept.proposal().contains(item)) {
        comment(item.source(), item.id(), Comments.swept(item), true, warnings);
      }
    }
    return new Said(change, warnings);
  }

  private Optional<String> propose(RefName branch, ChangeText text, List<Problem> warnings) {
    Proposal proposal = proposals.propose(branch, text);
    warnings.addAll(proposal.warnings());
    if (autoMerge) {
      AutoMerge merge = proposals.requestAutoMerge(proposal.change());
      if (!merge.requested()) {
        warnings.add(
            Problem.warning("auto-merge", null, "auto-merge was not taken: " + merge.reason(), ""));
      }
    }
    return Optional.of(proposal.change().url());
  }

  private void comment(
      PullRequest source, PreviewId id, String text, boolean onlyUpdate, List<Problem> warnings) {
    try {
      StickyComment comment =
          new StickyComment(platform.name() + "-" + id.app(), text + "\n", onlyUpdate);
      this.source.comment(source.repository(), id.number(), comment);
    } catch (ForgeException e) {
      warnings.add(asWarning(e));
    }
  }

  private static Problem asWarning(ForgeException e) {
    Problem problem = e.problem();
    return Problem.warning(problem.id(), null, problem.message(), problem.hint());
  }
}
