package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the GitOps repository holds for a platform, and which refs it keeps for nothing.
 *
 * @param previews those that have an overlay, or will have one when their branch is merged
 * @param backups names of the Backups that those are recorded to be made from
 */
public record HeldInGit(
    SortedSet<PreviewId> previews, SortedSet<String> backups, List<LeftRef> left) {

  /**
   * A ref that nothing waits for.
   *
   * @param reason a clause that goes on behind its name
   */
  public record LeftRef(RefName ref, String reason) {}

  public HeldInGit {
    left = List.copyOf(left);
  }

  /**
   * Reads refs and trees, and changes neither.
   *
   * @param withBackups whether records are read too
   * @throws ProblemsException (rendering) when a record is wanted and cannot be read
   */
  public static HeldInGit read(Delivery delivery, GitOpsView found, boolean withBackups) {
    GitOpsView view = found.inOrder(delivery);
    List<LeftRef> left = new ArrayList<>();
    view.branches()
        .forEach((id, tip) -> {
          String reason = reason(view, id, delivery.remote().fetch(tip));
          if (!reason.isEmpty()) {
            left.add(new LeftRef(PreviewBranch.of(delivery.remote(), id), reason));
          }
        });
    slots(delivery.remote(), view, left);
    SortedSet<String> backups = new TreeSet<>();
    if (withBackups) {
      List<Problem> problems = new ArrayList<>();
      RecordedPreviews.all(delivery.remote(), view, problems)
          .forEach(record -> record.facts().backup().ifPresent(backups::add));
      if (!problems.isEmpty()) {
        throw new ProblemsException(Fault.RENDERING, problems);
      }
    }
    return new HeldInGit(view.holders(), backups, left);
  }

  /** Why a branch waits for nothing; empty while it asks for a change. */
  private static String reason(GitOpsView view, PreviewId id, Snapshot tip) {
    if (!view.holders().contains(id)) {
      return "brings no overlay of preview `" + id + "`, and there is none to remove";
    }
    TreePath folder = OverlayFolder.path(id);
    boolean merged =
        view.overlays().contains(id) && tip.find(folder).equals(view.snapshot().find(folder));
    return merged ? "brings nothing to preview `" + id + "` that is not merged" : "";
  }

  /** The refs of the last place: of platforms that had another name, or that are not there. */
  private static void slots(RemoteRepository remote, GitOpsView view, List<LeftRef> left) {
    Platform platform = view.policy().platform();
    RefName own = PreviewBranch.slot(remote.folder(), platform.name());
    GitOps gitops = platform.gitops();
    String mark = PreviewBranch.mark(remote.folder());
    for (RefName ref : view.refs().keySet()) {
      if (!ref.full().startsWith(PreviewBranch.SLOTS)) {
        continue;
      }
      String name = ref.full().substring(PreviewBranch.SLOTS.length());
      int plus = name.indexOf('+');
      String folder = plus < 0 ? "" : name.substring(plus);
      if (ref.equals(own)) {
        if (!gitops.proposesChanges()) {
          left.add(
              new LeftRef(ref, "is for changes by pull request, which the platform has none of"));
        }
      } else if (folder.equals(mark)) {
        left.add(new LeftRef(ref, "is of a platform that has another name now"));
      } else if (!isPlatform(view.snapshot(), folder)) {
        left.add(new LeftRef(ref, "is of a platform that is not there any more"));
      }
    }
  }

  private static boolean isPlatform(Snapshot branch, String mark) {
    String folder = mark.isEmpty() ? "" : mark.substring(1).replace('+', '/') + "/";
    return TreePath.parse(folder + "mayfly.yaml")
        .flatMap(file -> branch.whole().find(file))
        .isPresent();
  }
}
