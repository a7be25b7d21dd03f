package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.delivery.AdmittedLabel;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.GitOpsView;
import dev.mayfly.delivery.HeldInGit;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.leak.LeakWords;
import dev.mayfly.leak.ListedCluster;
import dev.mayfly.leak.OldBackups;
import dev.mayfly.lint.Finding;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which previews shall be there, by whoever decides it: the overlays in Git, or the admitted pull
 * requests at the forge; and where no forge is asked, what Argo CD made of them.
 *
 * @param owner who misses the others, as a clause
 * @param backups names of Backups that previews in Git were made from
 * @param refs what Git keeps for nothing
 * @param labelled pull requests that carry a label which nothing reads
 * @param closed pull requests that are closed and carry the admitted label still
 * @param problems why the forge could not be asked
 */
public record PreviewHolders(
    Platform platform,
    SortedSet<PreviewId> held,
    String owner,
    SortedSet<String> backups,
    List<HeldInGit.LeftRef> refs,
    SortedSet<PreviewId> labelled,
    SortedSet<PreviewId> closed,
    List<Problem> problems) {

  public static PreviewHolders of(
      Delivery delivery, GitOpsView view, ListedCluster cluster, boolean mayAsk, Console console) {
    Platform platform = view.policy().platform();
    HeldInGit git = HeldInGit.read(delivery, view, OldBackups.areAsked(platform));
    boolean generator = platform.gitops().isGenerator();
    boolean offline = !mayAsk || platform.forge().kind() == ForgeSettings.Kind.NONE;
    List<Problem> problems = new ArrayList<>();
    SortedSet<PreviewId> closed = new TreeSet<>();
    SortedSet<PreviewId> labelled = new TreeSet<>();
    if (!offline) {
      Problems.collect(() -> closed.addAll(admitted(platform, console).left()), problems);
    }
    if (!offline && !generator && problems.isEmpty()) {
      Problems.collect(() -> labelled.addAll(admitted(platform, console).holders()), problems);
    }
    SortedSet<PreviewId> held = git.previews();
    String owner = "Git does not hold";
    if (generator) {
      held = offline ? cluster.applications() : admitted(platform, console).holders();
      owner = offline ? "has no Application" : "no admitted pull request asks for";
    }
    return new PreviewHolders(
        platform, held, owner, git.backups(), git.left(), labelled, closed, problems);
  }

  private static AdmittedLabel admitted(Platform platform, Console console) {
    return new AdmittedLabel(ForgeConnections.forge(platform.forge(), console), platform);
  }

  /** What Git and the forge keep for nothing, and that the forge could not be asked. */
  public List<Finding> findings(Location at) {
    List<Finding> findings = new ArrayList<>();
    for (Problem problem : problems) {
      findings.add(
          LeakWords.notLookedAt(
              at,
              "whether a pull request has the label `%s` for nothing: %s"
                  .formatted(platform.admission().admittedLabel(), problem.message()),
              problem.hint()));
    }
    for (HeldInGit.LeftRef it : refs) {
      boolean branch = it.ref().full().startsWith("refs/heads/");
      String name = it.ref().shortName();
      String push = "`git push " + platform.gitops().repository() + " --delete " + it.ref() + "`";
      findings.add(
          finding(
              branch ? "leaked-branch" : "leaked-ref",
              at,
              name,
              (branch ? "the branch `" : "the ref `") + name + "` " + it.reason(),
              branch
                  ? "`mayfly sync --apply` deletes those that Mayfly made; by hand: " + push
                  : push));
    }
    for (PreviewId id : labelled) {
      findings.add(
          label(
              at,
              id,
              "the pull request of `%s` has the label `%s`, which nothing reads where Mayfly"
                  + " delivers overlays",
              "take it off at the forge"));
    }
    for (PreviewId id : closed) {
      findings.add(
          label(
              at,
              id,
              "the pull request of `%s` is closed and has the label `%s` still",
              platform.gitops().isGenerator()
                  ? "take it off at the forge: reopened, it would have a preview before it is"
                      + " judged"
                  : "take it off at the forge"));
    }
    return findings;
  }

  private Finding label(Location at, PreviewId id, String message, String hint) {
    String said = message.formatted(id, platform.admission().admittedLabel());
    return finding("leaked-label", at, id.toString(), said, hint);
  }

  private static Finding finding(
      String id, Location at, String subject, String message, String hint) {
    return new Finding(
        id, Severity.WARNING, Finding.Verdict.PROVEN, at, subject, message, hint, List.of());
  }
}
