package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.AutoMerge;
import dev.mayfly.forge.Change;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.Proposal;
import dev.mayfly.forge.StickyComment;
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is left to do at the forge once Git holds the truth: the GitOps pull request and the
 * comment. The pull request matters and its failure ends the command; a comment is a courtesy.
 *
 * @param gitops the GitOps repository's name at the forge; empty when it is hosted elsewhere
 */
public record Announcement(
    Forge forge, Platform platform, Optional<RepositoryName> gitops, boolean autoMerge) {

  /** What was said where, and what could not be. */
  public record Said(Optional<String> changeUrl, List<Problem> warnings) {
    /** Nothing was said, and nothing had to be. */
    public static final Said NOTHING = new Said(Optional.empty(), List.of());
  }

  /** After a preview was opened or updated. */
  public Said opened(Opening.Delivered delivered) {
    Outcome outcome = delivered.outcome();
    List<Problem> warnings = new ArrayList<>();
    Optional<String> change = Optional.empty();
    if (outcome.waiting()) {
      ChangeText text =
          ChangeText.opened(
              platform, delivered.blueprint(), delivered.facts(), delivered.overlay());
      change = propose(branch(outcome), text, warnings);
    } else {
      closeChange(branch(outcome), warnings);
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
      change =
          propose(branch(outcome), ChangeText.removed(outcome.id(), closed.source()), warnings);
    } else {
      closeChange(branch(outcome), warnings);
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
      change = propose(SweepBranch.REF.shortName(), ChangeText.swept(swept.proposal()), warnings);
    } else {
      closeChange(SweepBranch.REF.shortName(), warnings);
    }
    for (Sweep.Item item : swept.items()) {
      if (item.isRemoval() && !swept.proposal().contains(item)) {
        closeChange(PreviewBranch.of(item.id()).shortName(), warnings);
        comment(item.source(), item.id(), Comments.swept(item), true, warnings);
      }
    }
    return new Said(change, warnings);
  }

  private Optional<String> propose(String branch, ChangeText text, List<Problem> warnings) {
    if (gitops.isEmpty()) {
      warnings.add(
          Problem.warning(
              "change-not-proposed",
              null,
              "the GitOps repository is not at `"
                  + platform.forge().url()
                  + "`, so no pull request is opened for the branch",
              "open one by hand, or set `gitops.change: push`"));
      return Optional.empty();
    }
    String base = platform.gitops().branch();
    try {
      Optional<Change> declined = forge.declined(gitops.get(), branch, base);
      if (declined.filter(text::isSaidBy).isPresent()) {
        warnings.add(Declined.warning(declined.get()));
        return Optional.empty();
      }
      Proposal proposal = forge.propose(gitops.get(), text.request(branch, base));
      warnings.addAll(proposal.warnings());
      if (autoMerge) {
        AutoMerge merge = forge.requestAutoMerge(gitops.get(), proposal.change());
        if (!merge.requested()) {
          warnings.add(
              Problem.warning(
                  "auto-merge", null, "auto-merge was not taken: " + merge.reason(), ""));
        }
      }
      return Optional.of(proposal.change().url());
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  /** Closes the pull request of a branch that is gone, in case the forge did not by itself. */
  private void closeChange(String branch, List<Problem> warnings) {
    boolean never =
        platform.gitops().change() == GitOps.Change.PUSH
            && platform.gitops().removal() == GitOps.Change.PUSH;
    if (gitops.isEmpty() || never) {
      return;
    }
    try {
      Optional<Change> open = forge.findChange(gitops.get(), branch, platform.gitops().branch());
      if (open.isPresent()) {
        forge.close(gitops.get(), open.get().number());
      }
    } catch (ForgeException e) {
      warnings.add(asWarning(e));
    }
  }

  private void comment(
      PullRequest source, PreviewId id, String text, boolean onlyUpdate, List<Problem> warnings) {
    try {
      StickyComment comment =
          new StickyComment(platform.name() + "-" + id.app(), text + "\n", onlyUpdate);
      forge.comment(source.repository(), id.number(), comment);
    } catch (ForgeException e) {
      warnings.add(asWarning(e));
    }
  }

  private static String branch(Outcome outcome) {
    return PreviewBranch.of(outcome.id()).shortName();
  }

  private static Problem asWarning(ForgeException e) {
    Problem problem = e.problem();
    return Problem.warning(problem.id(), null, problem.message(), problem.hint());
  }
}
