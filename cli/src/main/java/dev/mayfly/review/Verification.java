package dev.mayfly.review;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.preview.PreviewFolders;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves that overlays are what the admins' templates make of their records, byte for byte. Whoever
 * holds the writer's token can then produce nothing but what the templates allow.
 */
public final class Verification {
  private Verification() {}

  /** A problem for each file that is not what it should be. */
  public static List<Problem> check(RenderedPreviews previews) {
    List<Problem> problems = new ArrayList<>();
    previews.all().forEach(it -> problems.addAll(check(it, previews.policy())));
    problems.addAll(
        EnvironmentCheck.of(
            previews.policy(), previews.all().stream().map(RenderedPreview::folder).toList()));
    return problems;
  }

  /** Something below {@code previews/} that no template makes. */
  public static Problem stray(String path, String what) {
    return problem("stray-entry", path, "`" + path + "` is " + what + ", which no template makes");
  }

  private static List<Problem> check(RenderedPreview preview, Policy policy) {
    String folder = preview.folder();
    if (!preview.committed().containsKey(PreviewFolders.RECORD)) {
      return List.of(
          problem("no-record", folder, "the folder `" + folder + "` has no preview.yaml"));
    }
    if (preview.record().filter(record -> !isOurs(record, policy)).isPresent()) {
      return List.of(
          problem("foreign-overlay", folder, "the overlay is of no app of this platform"));
    }
    if (preview.overlay().isPresent() && !preview.place().equals(folder)) {
      return List.of(
          problem("wrong-folder", folder, "its record belongs into `" + preview.place() + "`"));
    }
    return preview.problems().isEmpty() ? compare(preview) : preview.problems();
  }

  private static boolean isOurs(Recorded record, Policy policy) {
    return record.platform().equals(policy.platform().name())
        && policy
            .blueprint(record.app())
            .map(blueprint -> blueprint.app().repository())
            .filter(record.facts().pullRequest().repository()::equals)
            .isPresent();
  }

  private static List<Problem> compare(RenderedPreview preview) {
    String rendering = preview.record().orElseThrow().rendering();
    if (!rendering.equals(preview.overlay().orElseThrow().rendering())) {
      return List.of(
          Problem.error(
              "stale",
              Location.ofFile(preview.folder()),
              "the overlay is stale against the policy: the platform or a template changed since",
              "`mayfly sync --apply` re-renders every stale overlay in one commit"));
    }
    return preview.changed().stream()
        .map(name ->
            difference(
                preview.folder() + "/" + name,
                !preview.files().containsKey(name),
                !preview.committed().containsKey(name)))
        .toList();
  }

  private static Problem difference(String path, boolean extra, boolean missing) {
    if (extra) {
      return problem("extra-file", path, "the templates make no such file");
    }
    return missing
        ? problem("missing-file", path, "this file is missing, and the templates make it")
        : problem("changed-file", path, "the file is not what the templates make of its record");
  }

  private static Problem problem(String id, String path, String message) {
    return Problem.error(id, Location.ofFile(path), message);
  }
}
