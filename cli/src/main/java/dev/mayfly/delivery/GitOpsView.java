package dev.mayfly.delivery;

import dev.mayfly.git.EntryKind;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEntry;
import dev.mayfly.git.TreePath;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the GitOps repository holds at one moment.
 *
 * @param overlays the previews that have a folder on the branch
 * @param branches the branches of previews: proposed, waiting for removal, or left over
 * @param proposed the previews that a branch would bring and the GitOps branch lacks
 */
public record GitOpsView(
    Snapshot snapshot,
    SortedSet<PreviewId> overlays,
    SortedMap<PreviewId, CommitSha> branches,
    SortedSet<PreviewId> proposed) {
  private static final TreePath PREVIEWS = TreePath.of("previews");

  /** The view of a round that found the GitOps branch like this. */
  static GitOpsView read(RemoteRepository remote, Snapshot snapshot) {
    return of(remote, branches(remote), snapshot);
  }

  /**
   * The view with the GitOps branch read after the others: a preview that is merged in between is
   * then seen twice, never not at all.
   */
  static GitOpsView branchesFirst(Delivery delivery) {
    SortedMap<PreviewId, CommitSha> branches = branches(delivery.remote());
    return of(delivery.remote(), branches, delivery.remote().require(delivery.branch()));
  }

  private static GitOpsView of(
      RemoteRepository remote, SortedMap<PreviewId, CommitSha> branches, Snapshot snapshot) {
    SortedSet<PreviewId> overlays = overlays(snapshot);
    SortedSet<PreviewId> proposed = new TreeSet<>();
    remote.prepare(branches.values());
    branches.forEach((id, tip) -> {
      if (!overlays.contains(id) && holds(remote.fetch(tip), id)) {
        proposed.add(id);
      }
    });
    return new GitOpsView(snapshot, overlays, branches, proposed);
  }

  private static SortedMap<PreviewId, CommitSha> branches(RemoteRepository remote) {
    SortedMap<PreviewId, CommitSha> branches = new TreeMap<>();
    remote
        .refs(PreviewBranch.PREFIX)
        .forEach((ref, tip) ->
            PreviewBranch.preview(remote.folder(), ref).ifPresent(id -> branches.put(id, tip)));
    return branches;
  }

  /** The previews that have a folder at this commit. */
  public static SortedSet<PreviewId> overlays(Snapshot snapshot) {
    SortedSet<PreviewId> overlays = new TreeSet<>();
    for (TreeEntry app : snapshot.list(PREVIEWS)) {
      Optional<TreePath> folder = TreePath.parse("previews/" + app.name());
      if (app.kind() == EntryKind.DIRECTORY && folder.isPresent()) {
        for (TreeEntry preview : snapshot.list(folder.get())) {
          if (preview.kind() == EntryKind.DIRECTORY && preview.name().startsWith("pr-")) {
            PullRequestNumber.parse(preview.name().substring("pr-".length()))
                .ifPresent(number -> overlays.add(new PreviewId(app.name(), number)));
          }
        }
      }
    }
    return overlays;
  }

  /** Whether a preview has a folder at this commit. */
  static boolean holds(Snapshot snapshot, PreviewId id) {
    TreePath app = PREVIEWS.child(id.app());
    return isDirectory(snapshot, app) && isDirectory(snapshot, app.child("pr-" + id.number()));
  }

  private static boolean isDirectory(Snapshot snapshot, TreePath path) {
    return snapshot.find(path).filter(entry -> entry.kind() == EntryKind.DIRECTORY).isPresent();
  }

  /** Every preview that holds a place, merged or on its way. */
  SortedSet<PreviewId> holders() {
    SortedSet<PreviewId> holders = new TreeSet<>(overlays);
    holders.addAll(proposed);
    return holders;
  }

  /** Where each of the previews that are only proposed is to be read. */
  SortedMap<PreviewId, Snapshot> proposedAt(RemoteRepository remote) {
    SortedMap<PreviewId, Snapshot> places = new TreeMap<>();
    proposed.forEach(id -> branch(id).ifPresent(tip -> places.put(id, remote.fetch(tip))));
    return places;
  }

  /** The previews that hold a place now. */
  public static SortedSet<PreviewId> holders(Delivery delivery) {
    return branchesFirst(delivery).holders();
  }

  Optional<CommitSha> branch(PreviewId id) {
    return Optional.ofNullable(branches.get(id));
  }

  static Optional<CommitSha> slot(RemoteRepository remote, String platform) {
    RefName slot = PreviewBranch.slot(remote.folder(), platform);
    return Optional.ofNullable(remote.refs(slot.full()).get(slot));
  }
}
