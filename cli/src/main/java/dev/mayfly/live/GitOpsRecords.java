package dev.mayfly.live;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.Budget;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the records from the GitOps repository, each commit once. */
final class GitOpsRecords {
  private final RemoteRepository remote;
  private final TreePath path;
  private final Map<CommitSha, PreviewFacts> known = new HashMap<>();

  GitOpsRecords(RemoteRepository remote, PreviewId id) {
    this.remote = remote;
    this.path =
        TreePath.of(PreviewFolders.overlay(id.app(), id.number()) + "/" + PreviewFolders.RECORD);
  }

  /**
   * What is recorded of the preview at a commit; empty where the overlay is not there. A server
   * need not give out every commit; then nothing is known of it.
   */
  Optional<PreviewFacts> at(CommitSha gitops) {
    PreviewFacts before = known.get(gitops);
    if (before != null) {
      return Optional.of(before);
    }
    try {
      Optional<PreviewFacts> read =
          remote
              .fetch(gitops)
              .read(path, Budget.UNTRUSTED.bytes())
              .map(bytes -> Recorded.read(path.toString(), bytes).facts());
      read.ifPresent(facts -> known.put(gitops, facts));
      return read;
    } catch (ProblemsException e) {
      return Optional.empty();
    }
  }
}
