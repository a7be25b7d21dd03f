package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.List;
import java.util.Set;

/** The situations in which this package ends a command; each has a stable id. */
final class GitProblems {
  private GitProblems() {}

  static ProblemsException inTheWay(TreePath path, EntryKind kind) {
    return Fault.REFUSED.error(
        "path-blocked",
        "`%s` is %s where a directory should be"
            .formatted(CleanText.of(path.toString()), kind.words()),
        "remove it from the repository first");
  }

  static ProblemsException caseTwin(TreePath path, String twin) {
    return Fault.REFUSED.error(
        "case-twin",
        "`%s` differs from the existing `%s` only in case or form"
            .formatted(CleanText.of(path.toString()), CleanText.of(twin)),
        "both cannot be checked out on every system; rename or remove the other one");
  }

  static ProblemsException foreignEntry(TreePath path, TreeEntry entry) {
    return Fault.REFUSED.error(
        "foreign-entry",
        "`%s/%s` is %s, which was not written here"
            .formatted(path, CleanText.of(entry.name()), entry.kind().words()),
        "remove it from the repository first");
  }

  static ProblemsException notAFile(TreePath path, EntryKind kind) {
    return Fault.REFUSED.error(
        "not-a-file",
        "`%s` is %s, not a file".formatted(CleanText.of(path.toString()), kind.words()),
        "links and submodules are never followed");
  }

  static ProblemsException overBudget(String id, TreePath path, String what, long limit) {
    return Fault.REFUSED.error(
        id, "`%s` has more than %s %s".formatted(CleanText.of(path.toString()), limit, what), "");
  }

  static ProblemsException unsafeName(TreePath directory, String name) {
    return Fault.REFUSED.error(
        "unsafe-name",
        "`%s` holds the name `%s`, which is not safe on every system"
            .formatted(CleanText.of(directory.toString()), CleanText.of(name)),
        "rename it");
  }

  static ProblemsException noBranch(RemoteUrl remote, RefName branch, Set<RefName> there) {
    List<String> branches = there.stream().map(RefName::shortName).toList();
    return branches.isEmpty()
        ? Fault.REMOTE.error(
            "repository-empty",
            "`" + remote + "` has no branch yet",
            "make a first commit on `" + branch.shortName() + "`")
        : Fault.REMOTE.error(
            "branch-missing",
            "`%s` has no branch `%s`".formatted(remote, branch.shortName()),
            NearMiss.hint(branch.shortName(), branches));
  }

  static ProblemsException noCommit(RemoteUrl remote, String commit) {
    return Fault.REMOTE.error(
        "commit-missing",
        "`%s` has no commit `%s`".formatted(remote, commit),
        "a later push may have replaced it: name the newest commit");
  }
}
