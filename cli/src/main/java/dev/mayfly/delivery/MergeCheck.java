package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.ChangedPaths;
import dev.mayfly.git.LocalRepository;
import dev.mayfly.git.Snapshot;
import dev.mayfly.preview.PullRequestNumber;
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
 */
public record MergeCheck(LocalRepository repository, int limit) {
  private static final int MOST_FILES = 20_000;

  /** A preview's own pull request changes that preview and nothing else. */
  public List<Problem> outside(Snapshot base, Snapshot head) {
    return switch (repository.changed(base.commit(), head.commit(), MOST_FILES)) {
      case ChangedPaths.Unknown(String reason) ->
          throw new ProblemsException(
              Fault.REMOTE,
              Problem.error("changes-unknown", null, "what changed cannot be said: " + reason));
      case ChangedPaths.Known known -> outside(known.paths());
    };
  }

  private static List<Problem> outside(Collection<String> paths) {
    SortedSet<PreviewId> previews = new TreeSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String path : paths) {
      Optional<PreviewId> preview = preview(path);
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
              "more than one preview changes at once: "
                  + String.join(", ", previews.stream().map(PreviewId::toString).toList())));
    }
    return problems;
  }

  /** More previews than the limit; what was over it before may shrink and change, not grow. */
  public List<Problem> overLimit(Snapshot base, Collection<String> files) {
    SortedSet<PreviewId> previews = new TreeSet<>();
    files.forEach(path -> preview(path).ifPresent(previews::add));
    boolean grows = previews.size() > GitOpsView.overlays(base).size();
    return previews.size() <= limit || !grows
        ? List.of()
        : List.of(
            Problem.error(
                "over-limit",
                null,
                previews.size() + " previews are more than the limit of " + limit));
  }

  /** The preview that a file directly in its folder belongs to. */
  private static Optional<PreviewId> preview(String path) {
    String[] parts = path.split("/", -1);
    return parts.length == 4 && parts[0].equals("previews") && parts[2].startsWith("pr-")
        ? PullRequestNumber.parse(parts[2].substring("pr-".length()))
            .map(number -> new PreviewId(parts[1], number))
        : Optional.empty();
  }
}
