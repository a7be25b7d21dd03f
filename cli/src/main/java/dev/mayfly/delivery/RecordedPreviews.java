package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records of previews, read leniently: one that cannot be read is a problem, and no more. */
final class RecordedPreviews {
  private RecordedPreviews() {}

  /** What all previews are recorded to be made from: on the branch, and where one would change. */
  static List<Recorded> all(RemoteRepository remote, GitOpsView view, List<Problem> problems) {
    List<Recorded> all = new ArrayList<>(merged(view, problems).values());
    view.branches().forEach((id, tip) -> proposed(remote, id, tip, problems).ifPresent(all::add));
    return all;
  }

  /** Those on the GitOps branch. */
  static SortedMap<PreviewId, Recorded> merged(GitOpsView view, List<Problem> problems) {
    Map<TreePath, PreviewId> paths = new TreeMap<>();
    view.overlays().forEach(id -> paths.put(record(id), id));
    SortedMap<PreviewId, Recorded> records = new TreeMap<>();
    try {
      Map<TreePath, byte[]> found =
          view.snapshot().readAll(paths.keySet(), Budget.UNTRUSTED.bytes());
      paths.forEach((path, id) ->
          Optional.ofNullable(found.get(path))
              .flatMap(bytes -> read(id, bytes, problems))
              .ifPresent(r -> records.put(id, r)));
    } catch (ProblemsException e) {
      if (e.fault() == Fault.REMOTE) {
        throw e;
      }
      // One of them is a link or too large; the others count as before.
      paths.forEach(
          (path, id) -> read(view.snapshot(), id, problems).ifPresent(r -> records.put(id, r)));
    }
    return records;
  }

  /** The one that a branch brings. */
  static Optional<Recorded> proposed(
      RemoteRepository remote, PreviewId id, CommitSha tip, List<Problem> problems) {
    return read(remote.fetch(tip), id, problems);
  }

  private static Optional<Recorded> read(Snapshot at, PreviewId id, List<Problem> problems) {
    try {
      return at.read(record(id), Budget.UNTRUSTED.bytes())
          .flatMap(bytes -> read(id, bytes, problems));
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static Optional<Recorded> read(PreviewId id, byte[] bytes, List<Problem> problems) {
    try {
      Recorded recorded = Recorded.read(record(id).toString(), bytes);
      OverlayFolder.requireOf(id, recorded);
      return Optional.of(recorded);
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private static TreePath record(PreviewId id) {
    return OverlayFolder.path(id).child(PreviewFolders.RECORD);
  }
}
