package dev.mayfly.delivery;

import dev.mayfly.delivery.Sweep.Item;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.Decision;
import dev.mayfly.git.RefChange;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The branch that carries a sweep, where changes go through pull requests. Not below {@code
 * mayfly/}, where an app may have its name.
 */
public final class SweepBranch {
  private SweepBranch() {}

  /** The branch of the platform that lies in a folder. */
  public static RefName of(TreePath folder) {
    return new RefName("refs/heads/mayfly-sync" + PreviewBranch.mark(folder));
  }

  static RefName of(RemoteRepository remote) {
    return of(remote.folder());
  }

  /** Commits the edits onto the branch, unless it holds these and no others already. */
  static Decision decision(
      RemoteRepository remote,
      GitOpsView view,
      List<TreeEdit> edits,
      List<Item> items,
      CommitText text) {
    Optional<Snapshot> tip = tip(remote, view);
    if (tip.isPresent() && says(tip.get(), items) && holds(tip.get(), edits)) {
      return new Decision.Nothing();
    }
    return new Decision.Write(
        view.snapshot(),
        edits,
        text,
        commit ->
            List.of(new RefChange(of(remote), tip.map(Snapshot::commit), Optional.of(commit))));
  }

  /**
   * Deletes the branch when nothing is left to propose; another run's is left to that run.
   *
   * @param declined whether people closed its pull request, which else is taken back first
   */
  static void end(
      RemoteRepository remote,
      GitOpsView view,
      Proposals proposals,
      boolean declined,
      List<Problem> failures) {
    try {
      if (!declined) {
        proposals.withdraw(of(remote), ChangeText::isOurs);
      }
      tip(remote, view)
          .ifPresent(tip -> remote.push(List.of(RefChange.delete(of(remote), tip.commit()))));
    } catch (ProblemsException e) {
      failures.addAll(e.problems());
    }
  }

  /**
   * The commit that the branch has.
   *
   * @throws ProblemsException (refused) when somebody else made it
   */
  static Optional<Snapshot> tip(RemoteRepository remote, GitOpsView view) {
    Optional<Snapshot> tip = Optional.ofNullable(view.refs().get(of(remote))).map(remote::fetch);
    String platform = view.policy().platform().name();
    if (tip.isPresent() && !Message.isSweep(tip.get().message(), platform)) {
      throw Fault.REFUSED.error(
          "foreign-branch",
          "the branch `" + of(remote).shortName() + "` holds a commit that Mayfly did not make",
          "it is left as it is; rename or delete it");
    }
    return tip;
  }

  /** Whether the commit was about these items; what it removes would not show in its tree alone. */
  private static boolean says(Snapshot tip, List<Item> items) {
    List<String> said =
        tip.message()
            .lines()
            .filter(line -> line.matches("\\S+#[0-9]+: (removed|rendered|retried) .*"))
            .map(line -> line.substring(0, line.indexOf(" (")))
            .toList();
    return said.equals(items.stream().map(Item::line).toList());
  }

  private static boolean holds(Snapshot tip, List<TreeEdit> edits) {
    return edits.stream()
        .allMatch(edit ->
            switch (edit) {
              case TreeEdit.Remove(TreePath path) -> tip.find(path).isEmpty();
              case TreeEdit.Replace(TreePath path, SortedMap<String, byte[]> files) ->
                  OverlayFolder.same(OverlayFolder.files(tip, path), files);
            });
  }
}
