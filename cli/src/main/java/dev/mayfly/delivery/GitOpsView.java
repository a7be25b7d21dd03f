package dev.mayfly.delivery;

import dev.mayfly.git.EntryKind;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEntry;
import dev.mayfly.git.TreePath;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the GitOps repository holds at one moment, and the policy that governs it. Refs come of one
 * answer of the remote, which need not have read them at one instant: where an order matters, the
 * later ones are asked for again.
 *
 * @param refs all that is read here: the GitOps branch, those of previews and sweeps, the slots
 * @param overlays the previews that have a folder on the branch
 * @param branches the branches of previews: proposed, waiting for removal, or left over
 * @param proposed the previews that a branch would bring and the GitOps branch lacks
 */
public record GitOpsView(
    Policy policy,
    Snapshot snapshot,
    SortedMap<RefName, CommitSha> refs,
    SortedSet<PreviewId> overlays,
    SortedMap<PreviewId, CommitSha> branches,
    SortedSet<PreviewId> proposed) {
  private static final TreePath PREVIEWS = TreePath.of(PreviewFolders.ROOT);

  static GitOpsView read(Delivery delivery) {
    RemoteRepository remote = delivery.remote();
    RefName branch = delivery.branch();
    RefName policyRef = delivery.policyRef().orElse(branch);
    Set<RefName> read = Set.copyOf(List.of(branch, policyRef, SweepBranch.of(remote)));
    List<String> prefixes = new ArrayList<>(read.stream().map(RefName::full).sorted().toList());
    prefixes.addAll(List.of(PreviewBranch.PREFIX, PreviewBranch.SLOTS));
    SortedMap<RefName, CommitSha> refs =
        remote.refs(prefixes, ref -> read.contains(ref) || isPreview(remote, ref));
    Policy policy = Policy.at(remote.require(policyRef, refs));
    return of(remote, policy, refs, remote.require(branch, refs));
  }

  /**
   * The same with the branches of previews read anew, and the GitOps branch after them. So who took
   * a place before the slots were read is among the branches, and a preview that is merged in
   * between is seen twice, never not at all.
   */
  GitOpsView inOrder(Delivery delivery) {
    SortedMap<RefName, CommitSha> now = new TreeMap<>(refs);
    now.keySet().removeIf(ref -> ref.full().startsWith(PreviewBranch.PREFIX));
    RemoteRepository remote = delivery.remote();
    now.putAll(remote.refs(List.of(PreviewBranch.PREFIX), ref -> isPreview(remote, ref)));
    return of(remote, policy, now, snapshot).newest(delivery);
  }

  /** The same with the GitOps branch read anew, after those of previews. */
  public GitOpsView newest(Delivery delivery) {
    return of(delivery.remote(), policy, refs, delivery.remote().require(delivery.branch()));
  }

  private static boolean isPreview(RemoteRepository remote, RefName ref) {
    return PreviewBranch.preview(remote.folder(), ref).isPresent();
  }

  private static GitOpsView of(
      RemoteRepository remote,
      Policy policy,
      SortedMap<RefName, CommitSha> refs,
      Snapshot snapshot) {
    SortedMap<PreviewId, CommitSha> branches = new TreeMap<>();
    refs.forEach((ref, tip) ->
        PreviewBranch.preview(remote.folder(), ref).ifPresent(id -> branches.put(id, tip)));
    SortedSet<PreviewId> overlays = overlays(snapshot);
    SortedSet<PreviewId> proposed = new TreeSet<>();
    branches.forEach((id, tip) -> {
      if (!overlays.contains(id) && holds(remote.fetch(tip), id)) {
        proposed.add(id);
      }
    });
    return new GitOpsView(policy, snapshot, refs, overlays, branches, proposed);
  }

  /** The previews that have a folder at this commit. */
  public static SortedSet<PreviewId> overlays(Snapshot snapshot) {
    SortedSet<PreviewId> overlays = new TreeSet<>();
    for (TreeEntry app : snapshot.list(PREVIEWS)) {
      Optional<TreePath> folder = TreePath.parse(PreviewFolders.ofApp(app.name()));
      if (app.kind() == EntryKind.DIRECTORY && folder.isPresent()) {
        for (TreeEntry preview : snapshot.list(folder.get())) {
          if (preview.kind() == EntryKind.DIRECTORY) {
            PreviewFolders.preview(app.name(), preview.name()).ifPresent(overlays::add);
          }
        }
      }
    }
    return overlays;
  }

  /** Whether a preview has a folder at this commit. */
  static boolean holds(Snapshot snapshot, PreviewId id) {
    TreePath app = PREVIEWS.child(id.app());
    return isDirectory(snapshot, app)
        && isDirectory(snapshot, app.child(PreviewFolders.name(id.number())));
  }

  private static boolean isDirectory(Snapshot snapshot, TreePath path) {
    return snapshot.find(path).filter(entry -> entry.kind() == EntryKind.DIRECTORY).isPresent();
  }

  /** Every preview that holds a place, merged or on its way. */
  public SortedSet<PreviewId> holders() {
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

  Optional<CommitSha> branch(PreviewId id) {
    return Optional.ofNullable(branches.get(id));
  }
}
