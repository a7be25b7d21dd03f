package dev.mayfly.delivery;

import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.TreePath;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import java.util.Optional;

/** The branch of the GitOps repository that carries a preview's own pull request. */
public final class PreviewBranch {
  static final String PREFIX = "refs/heads/mayfly/";
  static final String SLOTS = "refs/mayfly/slots/";

  private PreviewBranch() {}

  /**
   * The branch of a preview.
   *
   * @param folder where its platform lies; of several in one repository no two share a branch
   */
  public static RefName of(TreePath folder, PreviewId id) {
    return new RefName(PREFIX + id.app() + mark(folder) + "/" + PreviewFolders.name(id.number()));
  }

  static RefName of(RemoteRepository remote, PreviewId id) {
    return of(remote.folder(), id);
  }

  /** A sign that no name and no folder contains, and the folder in one segment. */
  static String mark(TreePath folder) {
    return folder.isRoot() ? "" : "+" + String.join("+", folder.segments());
  }

  /**
   * The preview that a branch belongs to; empty for another platform's, or one that looks alike.
   */
  static Optional<PreviewId> preview(TreePath folder, RefName branch) {
    if (!branch.full().startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = branch.full().substring(PREFIX.length()).split("/", -1);
    String mark = mark(folder);
    if (parts.length != 2 || !parts[0].endsWith(mark)) {
      return Optional.empty();
    }
    String app = parts[0].substring(0, parts[0].length() - mark.length());
    return app.contains("+") ? Optional.empty() : PreviewFolders.preview(app, parts[1]);
  }

  /**
   * The ref that every new preview of a platform moves together with its branch. Two runs that both
   * see the last place free expect the same old value of it, so one of them loses.
   */
  static RefName slot(TreePath folder, String platform) {
    return new RefName(SLOTS + platform + mark(folder));
  }
}
