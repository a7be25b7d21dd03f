package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.AutoMerge;
import dev.mayfly.forge.Deployment;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.Proposal;
import dev.mayfly.forge.StickyComment;
import dev.mayfly.git.RefName;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
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
    Forge source, Proposals proposals, Policy policy, boolean autoMerge, Deployments deployments) {

  /** Prepares what is said of a platform's previews. */
  public Announcement(Forge source, Proposals proposals, Policy policy, boolean autoMerge) {
    this(source, proposals, policy, autoMerge, new Deployments(source, policy.platform()));
  }

  Platform platform() {
    return policy.platform();
  }

  /**
   * What was said where, and what could not be.
   *
   * @param merged whether the forge has merged the GitOps pull request already
   * @param deployment what stands at the forge as a deployment or status, where it was reported
   */
  public record Announced(
      Optional<String> changeUrl,
      boolean merged,
      Optional<Deployment> deployment,
      List<Problem> warnings) {
    /** Nothing was said, and nothing had to be. */
    public static final Announced NOTHING =
        new Announced(Optional.empty(), false, Optional.empty(), List.of());
  }

  /** A GitOps pull request, and what became of the wish that it be merged. */
  private record Proposed(String url, Optional<AutoMerge.State> merge) {
    boolean is(AutoMerge.State state) {
      return merge.filter(state::equals).isPresent();
    }
  }

  /** After a preview was opened or updated. */
  public Announced opened(Opening.Delivered delivered) {
    Outcome outcome = delivered.outcome();
    PullRequest source = delivered.source();
    List<Problem> warnings = new ArrayList<>();
    Optional<Proposed> change =
        outcome.branch().map(branch -> propose(branch, delivered.text(), warnings));
    boolean merged = change.filter(it -> it.is(AutoMerge.State.MERGED)).isPresent();
    boolean scheduled = change.filter(it -> it.is(AutoMerge.State.SCHEDULED)).isPresent();
    LifeStage stage =
        change.isEmpty() || merged
            ? new LifeStage.Delivered(source.headSha(), outcome.url(), outcome.reason())
            : new LifeStage.Waiting(
                source.headSha(), outcome.url(), change.map(Proposed::url), scheduled);
    boolean changed = outcome.effect() != Effect.UNCHANGED;
    Optional<Deployment> stands = report(source, outcome.id(), stage, changed, warnings);
    if (change.isEmpty() && !changed) {
      stage =
          deployments.known(
              source.repository(), outcome.id(), stage, stands, report -> true, warnings);
    }
    comment(source.repository(), outcome.id(), stage, true).ifPresent(warnings::add);
    return new Announced(change.map(Proposed::url), merged, stands, warnings);
  }

  /** After a preview was taken away. */
  public Announced closed(Closing.Closed closed) {
    Outcome outcome = closed.outcome();
    PullRequest source = closed.source();
    List<Problem> warnings = new ArrayList<>();
    ChangeText text =
        ChangeText.removed(outcome.id(), source, SourceText.linked(platform(), source));
    Optional<String> change = outcome.branch().map(it -> propose(it, text, warnings).url());
    LifeStage stage = change.isPresent() ? new LifeStage.Going(change) : closed.stage();
    Optional<Deployment> stands =
        change.isPresent()
            ? Optional.empty()
            : report(source, outcome.id(), new LifeStage.Gone(""), false, warnings);
    // Said again when there was nothing left to remove: the run that removed it may have died.
    comment(source.repository(), outcome.id(), stage, false).ifPresent(warnings::add);
    return new Announced(change, false, stands, warnings);
  }

  /** After a commit was refused, where somebody asked for its preview. */
  public List<Problem> refused(PullRequest source, PreviewId id, ProblemsException refusal) {
    return Refusals.concernPeople(refusal)
        ? comment(
                source.repository(),
                id,
                new LifeStage.Refused(source.headSha(), refusal.problems()),
                true)
            .stream()
            .toList()
        : List.of();
  }

  /** After a sweep: the pull request for what waits, and a look at every comment. */
  public Announced swept(Sweep.Swept swept) {
    List<Problem> warnings = new ArrayList<>();
    Optional<String> change = Optional.empty();
    if (!swept.proposal().isEmpty()) {
      ChangeText text = ChangeText.swept(swept.proposal());
      change =
          Optional.of(
              propose(SweepBranch.of(TreePath.of(platform().gitops().path())), text, warnings)
                  .url());
    }
    warnings.addAll(new SweptComments(this).mend(swept, change));
    return new Announced(change, false, Optional.empty(), warnings);
  }

  /** What stands at the forge then. */
  Optional<Deployment> report(
      PullRequest source, PreviewId id, LifeStage stage, boolean changed, List<Problem> warnings) {
    Deployments.Reported told =
        deployments.report(source.repository(), id, stage, Optional.of(source.headSha()), changed);
    told.warning().ifPresent(warnings::add);
    return told.stands();
  }

  private Proposed propose(RefName branch, ChangeText text, List<Problem> warnings) {
    Proposal proposal = proposals.propose(branch, text);
    warnings.addAll(proposal.warnings());
    if (!autoMerge) {
      return new Proposed(proposal.change().url(), Optional.empty());
    }
    AutoMerge merge = proposals.requestAutoMerge(proposal.change());
    if (merge.state() == AutoMerge.State.DECLINED) {
      warnings.add(
          Problem.warning("auto-merge", null, "auto-merge was not taken: " + merge.reason(), ""));
    }
    return new Proposed(proposal.change().url(), Optional.of(merge.state()));
  }

  /** What kept it from being said. */
  Optional<Problem> comment(
      RepositoryName repository, PreviewId id, LifeStage stage, boolean mayBeFirst) {
    if (stage instanceof LifeStage.Unknown) {
      return Optional.empty();
    }
    try {
      StickyComment comment =
          new StickyComment(
              platform().name() + "-" + id.app(),
              Comments.of(policy, repository, id, stage) + "\n",
              !mayBeFirst || !stage.isNews());
      return source
          .comment(repository, id.number(), comment)
          .map(name -> Comments.ofAnother(id, name));
    } catch (ForgeException e) {
      return Optional.of(e.problem().asWarning());
    }
  }
}
