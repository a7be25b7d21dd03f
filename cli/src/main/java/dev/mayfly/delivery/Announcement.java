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
import java.util.function.Predicate;

/**
 * What is left to do at the forge once Git holds the truth: the GitOps pull request and the
 * comment. The pull request matters and its failure ends the command; a comment is a courtesy.
 *
 * @param source the forge as seen by who comments on pull requests of apps
 * @param changes the forge as seen by who opens pull requests in the GitOps repository
 * @param gitops the GitOps repository's name at the forge; empty when it is hosted elsewhere
 */
public record Announcement(
    Forge source,
    Forge changes,
    Platform platform,
    Optional<RepositoryName> gitops,
    boolean autoMerge) {

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
      ChangeText removal = ChangeText.removed(outcome.id(), delivered.facts().pullRequest());
      withdraw(branch(outcome), removal::isSaidBy, warnings);
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
      withdraw(branch(outcome), ChangeText::isOurs, warnings);
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
      withdraw(SweepBranch.REF.shortName(), ChangeText::isOurs, warnings);
    }
    for (Sweep.Item item : swept.items()) {
      if (item.isRemoval() && !swept.proposal().contains(item)) {
        withdraw(PreviewBranch.of(item.id()).shortName(), ChangeText::isOurs, warnings);
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
      Optional<Change> declined = changes.declined(gitops.get(), branch, base);
      if (declined.filter(text::isSaidBy).isPresent()) {
        warnings.add(Declined.warning(declined.get()));
        return Optional.empty();
      }
      Proposal proposal = changes.propose(gitops.get(), text.request(branch, base));
      warnings.addAll(proposal.warnings());
      if (autoMerge) {
        AutoMerge merge = changes.requestAutoMerge(gitops.get(), proposal.change());
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

  /**
   * Closes the pull request of a branch that is gone. Where the forge did so by itself, as most do,
   * it still says what it asked for, and would pass for one that a person declined.
   *
   * @param stale which closed ones were closed by the branch's end, not by a person
   */
  private void withdraw(String branch, Predicate<Change> stale, List<Problem> warnings) {
    boolean never =
        platform.gitops().change() == GitOps.Change.PUSH
            && platform.gitops().removal() == GitOps.Change.PUSH;
    if (gitops.isEmpty() || never) {
      return;
    }
    try {
      String base = platform.gitops().branch();
      Optional<Change> change = changes.findChange(gitops.get(), branch, base);
      if (change.isEmpty()) {
        change = changes.declined(gitops.get(), branch, base).filter(stale);
      }
      if (change.isPresent()) {
        changes.withdraw(gitops.get(), change.get().number(), ChangeText.WITHDRAWN);
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
      this.source.comment(source.repository(), id.number(), comment);
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
