package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.AutoMerge;
import dev.mayfly.forge.Change;
import dev.mayfly.forge.ChangeRequest;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.Proposal;
import dev.mayfly.forge.StickyComment;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is left to do at the forge once Git holds the truth: the GitOps pull request and the
 * comment. The pull request matters and its failure ends the command; a comment is a courtesy.
 *
 * @param gitops the GitOps repository's name at the forge; empty when it is hosted elsewhere
 */
public record Announcement(
    Forge forge, Platform platform, Optional<RepositoryName> gitops, boolean autoMerge) {

  /** What was said where, and what could not be. */
  public record Said(Optional<String> changeUrl, List<Problem> warnings) {}

  /** After a preview was opened or updated. */
  public Said opened(Outcome outcome, Blueprint blueprint, PreviewFacts facts) {
    List<Problem> warnings = new ArrayList<>();
    Optional<Change> change = Optional.empty();
    if (outcome.waiting() && gitops.isPresent()) {
      change =
          Optional.of(
              propose(
                  outcome,
                  "Preview " + outcome.id(),
                  Overlays.body(blueprint, facts).lines().map(l -> "- " + l).toList(),
                  warnings));
    }
    comment(blueprint, outcome, openedText(outcome, facts, change), warnings);
    return new Said(change.map(Change::url), warnings);
  }

  /** After a preview was taken away. */
  public Said closed(Outcome outcome, Blueprint blueprint) {
    List<Problem> warnings = new ArrayList<>();
    Optional<Change> change = Optional.empty();
    if (gitops.isPresent()) {
      if (outcome.waiting()) {
        change =
            Optional.of(propose(outcome, "Remove preview " + outcome.id(), List.of(), warnings));
      } else {
        closeChange(outcome, warnings);
      }
    }
    if (outcome.word().equals("removed")) {
      comment(blueprint, outcome, "The preview of `" + outcome.id().app() + "` is gone.", warnings);
    }
    return new Said(change.map(Change::url), warnings);
  }

  private Change propose(
      Outcome outcome, String title, List<String> lines, List<Problem> warnings) {
    String body =
        "Rendered by Mayfly for pull request "
            + outcome.id().number()
            + " of `"
            + outcome.id().app()
            + "`.\n\n"
            + String.join("\n", lines);
    try {
      RepositoryName repository = gitops.orElseThrow();
      Proposal proposal =
          forge.propose(
              repository,
              new ChangeRequest(
                  PreviewBranch.of(outcome.id()).shortName(),
                  platform.gitops().branch(),
                  title,
                  body.strip() + "\n",
                  Set.of("preview")));
      warnings.addAll(proposal.warnings());
      if (autoMerge) {
        AutoMerge merge = forge.requestAutoMerge(repository, proposal.change());
        if (!merge.requested()) {
          warnings.add(
              Problem.warning(
                  "auto-merge", null, "auto-merge was not taken: " + merge.reason(), ""));
        }
      }
      return proposal.change();
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  /** Closes the pull request of a branch that is gone, in case the forge did not by itself. */
  private void closeChange(Outcome outcome, List<Problem> warnings) {
    try {
      RepositoryName repository = gitops.orElseThrow();
      Optional<Change> open =
          forge.findChange(
              repository, PreviewBranch.of(outcome.id()).shortName(), platform.gitops().branch());
      if (open.isPresent()) {
        forge.close(repository, open.get().number());
      }
    } catch (ForgeException e) {
      warnings.add(asWarning(e));
    }
  }

  private void comment(Blueprint blueprint, Outcome outcome, String text, List<Problem> warnings) {
    try {
      forge.comment(
          blueprint.app().repository(),
          outcome.id().number(),
          new StickyComment(platform.name() + "-" + outcome.id().app(), text + "\n"));
    } catch (ForgeException e) {
      warnings.add(asWarning(e));
    }
  }

  private static String openedText(Outcome outcome, PreviewFacts facts, Optional<Change> change) {
    StringBuilder text = new StringBuilder("**Preview of `" + outcome.id().app() + "`**");
    outcome.url().ifPresent(url -> text.append(": ").append(url));
    text.append("\n\nCommit `").append(facts.pullRequest().headSha().shortHex()).append("`.");
    change.ifPresent(c -> text.append(" It waits for ").append(c.url()).append("."));
    return text.toString();
  }

  private static Problem asWarning(ForgeException e) {
    Problem problem = e.problem();
    return Problem.warning(problem.id(), null, problem.message(), problem.hint());
  }
}
