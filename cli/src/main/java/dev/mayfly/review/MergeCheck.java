package dev.mayfly.review;

import dev.mayfly.delivery.GitOpsView;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.git.ChangedPaths;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What has to hold of the merge of a GitOps pull request besides its bytes: it changes one preview
 * and nothing else, and brings none too many. The limit is enforced here where a server cannot
 * guard it at the push.
 *
 * @param folder where the platform lies in its repository
 */
public record MergeCheck(LocalRepository repository, Platform platform, TreePath folder) {
  private static final int MOST_FILES = 20_000;
  private static final String PREVIEWS = PreviewFolders.ROOT + "/";

  /** A preview's own pull request changes that preview and nothing else. */
  public List<Problem> outside(Snapshot base, Snapshot head) {
    return switch (repository.changed(base.commit(), head.commit(), MOST_FILES)) {
      case ChangedPaths.Unknown(String reason) ->
          throw Fault.REMOTE.error("changes-unknown", "what changed cannot be said: " + reason, "");
      case ChangedPaths.Known known -> outside(known.paths(), base);
    };
  }

  private List<Problem> outside(Collection<String> paths, Snapshot base) {
    SortedSet<String> previews = new TreeSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String path : paths) {
      Optional<String> preview = owner(path, base);
      preview.ifPresent(previews::add);
      if (preview.isEmpty()) {
        problems.add(
            Problem.error(
                "outside-preview",
                Location.ofFile(path),
                "`" + path + "` is outside every preview's folder"));
      }
    }
    if (previews.size() > 1) {
      problems.add(
          Problem.error(
              "several-previews",
              null,
              "more than one preview changes at once: " + String.join(", ", previews)));
    }
    return problems;
  }

  /**
   * The preview that a file belongs to, or the environment that it is in. One of another platform
   * in the same repository is that platform's to verify, but no other preview may change beside it.
   */
  private Optional<String> owner(String path, Snapshot base) {
    String own = folder.isRoot() ? "" : folder + "/";
    int previews = path.startsWith(PREVIEWS) ? 0 : path.indexOf("/" + PREVIEWS) + 1;
    String above = path.substring(0, previews);
    Optional<PreviewId> owner = preview(path.substring(previews));
    if (above.equals(own)) {
      return owner.map(id -> platform.place(id).toString());
    }
    Optional<String> preview = owner.map(PreviewId::toString);
    boolean isPlatform = TreePath.parse(above + "mayfly.yaml").flatMap(base::find).isPresent();
    return preview.filter(id -> isPlatform).map(id -> id + " in " + above);
  }

  /** More previews than the limit; what was over it before may shrink and change, not grow. */
  public List<Problem> overLimit(Snapshot base, Collection<String> files) {
    SortedSet<PreviewId> previews = new TreeSet<>();
    files.forEach(path -> preview(path).ifPresent(previews::add));
    int places = platform.places(previews).size();
    boolean grows = places > platform.places(GitOpsView.overlays(base)).size();
    int limit = platform.admission().limit();
    return places <= limit || !grows
        ? List.of()
        : List.of(
            Problem.error(
                "over-limit", null, places + " previews are more than the limit of " + limit));
  }

  /** The preview that a file directly in its folder belongs to. */
  private static Optional<PreviewId> preview(String path) {
    return PreviewFolders.holding(path).flatMap(PreviewFolders::preview);
  }
}
