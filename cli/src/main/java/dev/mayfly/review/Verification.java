package dev.mayfly.review;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewFolders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Proves that overlays are what the admins' templates make of their records, byte for byte. Whoever
 * holds the writer's token can then produce nothing but what the templates allow.
 */
public final class Verification {
  private final Policy policy;
  private final Map<String, Overlay> overlays = new HashMap<>();

  public Verification(Policy policy) {
    this.policy = policy;
  }

  /**
   * Checks all overlays of a tree.
   *
   * @param files content by path in the repository; everything below {@code previews/} is checked
   * @return a problem for each file that is not what it should be
   */
  public List<Problem> check(SortedMap<String, byte[]> files) {
    SortedMap<String, SortedMap<String, byte[]>> folders = new TreeMap<>();
    files.forEach((path, bytes) ->
        PreviewFolders.holding(path)
            .ifPresent(folder ->
                folders
                    .computeIfAbsent(folder, f -> new TreeMap<>())
                    .put(path.substring(folder.length() + 1), bytes)));
    List<Problem> problems = new ArrayList<>();
    folders.forEach((folder, content) -> problems.addAll(checkFolder(folder, content)));
    problems.addAll(EnvironmentCheck.of(policy, folders.keySet()));
    return problems;
  }

  /** Something below {@code previews/} that no template makes. */
  public static Problem stray(String path, String what) {
    return problem("stray-entry", path, "`" + path + "` is " + what + ", which no template makes");
  }

  private List<Problem> checkFolder(String folder, SortedMap<String, byte[]> actual) {
    byte[] record = actual.get(PreviewFolders.RECORD);
    if (record == null) {
      return List.of(
          problem("no-record", folder, "the folder `" + folder + "` has no preview.yaml"));
    }
    try {
      Recorded recorded = Recorded.read(folder + "/" + PreviewFolders.RECORD, record);
      Optional<Blueprint> blueprint = policy.blueprint(recorded.app());
      boolean ours =
          recorded.platform().equals(policy.platform().name())
              && blueprint
                  .map(b -> b.app().repository())
                  .filter(recorded.facts().pullRequest().repository()::equals)
                  .isPresent();
      if (!ours) {
        return List.of(
            problem("foreign-overlay", folder, "the overlay is of no app of this platform"));
      }
      Overlay overlay =
          overlays.computeIfAbsent(recorded.app(), a -> policy.overlay(blueprint.orElseThrow()));
      if (!overlay.folder(recorded.facts()).equals(folder)) {
        return List.of(
            problem(
                "wrong-folder",
                folder,
                "its record belongs into `" + overlay.folder(recorded.facts()) + "`"));
      }
      return compare(folder, actual, overlay, recorded);
    } catch (ProblemsException e) {
      return e.problems();
    }
  }

  private static List<Problem> compare(
      String folder, SortedMap<String, byte[]> actual, Overlay overlay, Recorded recorded) {
    SortedMap<String, String> expected = overlay.files(recorded.facts());
    boolean stale = !recorded.rendering().equals(overlay.rendering());
    List<Problem> problems = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(actual.keySet());
    names.addAll(expected.keySet());
    for (String name : names) {
      String text = expected.get(name);
      byte[] bytes = actual.get(name);
      boolean same =
          text != null
              && bytes != null
              && Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
      if (!same && !stale) {
        problems.add(difference(folder + "/" + name, text == null, bytes == null));
      }
    }
    if (stale) {
      problems.add(
          Problem.error(
              "stale",
              Location.ofFile(folder),
              "the overlay is stale against the policy: the platform or a template changed since",
              "`mayfly sync --apply` re-renders every stale overlay in one commit"));
    }
    return problems;
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
