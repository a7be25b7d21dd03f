package dev.mayfly.delivery;

import dev.mayfly.git.CommitText;
import dev.mayfly.git.Decision;
import dev.mayfly.git.RefChange;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.preview.CommitSha;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The branch that carries a sweep, where changes go through pull requests. */
public final class SweepBranch {
  public static final RefName REF = new RefName(PreviewBranch.PREFIX + "sync");
  private static final WalkBudget BUDGET = new WalkBudget(200, 2, 1 << 18, 4L << 20);

  private SweepBranch() {}

  /** Commits the edits onto the branch, unless it holds them already. */
  static Decision decision(RemoteRepository remote, List<TreeEdit> edits, CommitText text) {
    Optional<CommitSha> tip = Optional.ofNullable(remote.refs(REF.full()).get(REF));
    if (tip.isPresent() && holds(remote.fetch(tip.get()), edits)) {
      return new Decision.Nothing();
    }
    return new Decision.Write(
        edits, text, commit -> List.of(new RefChange(REF, tip, Optional.of(commit))));
  }

  private static boolean holds(Snapshot tip, List<TreeEdit> edits) {
    return edits.stream()
        .allMatch(
            edit ->
                switch (edit) {
                  case TreeEdit.Remove(TreePath path) -> tip.find(path).isEmpty();
                  case TreeEdit.Replace(TreePath path, SortedMap<String, byte[]> files) ->
                      Overlays.same(files(tip, path), files);
                });
  }

  private static SortedMap<String, byte[]> files(Snapshot tip, TreePath folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    tip.walk(folder, BUDGET)
        .forEach(
            (path, bytes) ->
                files.put(path.toString().substring(folder.toString().length() + 1), bytes));
    return files;
  }
}
