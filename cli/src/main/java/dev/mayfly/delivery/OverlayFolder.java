package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder of one preview at one commit, read and checked to be ours before it is replaced. */
public record OverlayFolder(String path, SortedMap<String, byte[]> files, Recorded record) {
  private static final WalkBudget BUDGET = new WalkBudget(200, 2, 1 << 18, 4L << 20);
  private static final String KUSTOMIZATION = "kustomization.yaml";

  public static String path(PreviewId id) {
    return PreviewFolders.overlay(id.app(), id.number());
  }

  /**
   * Reads a preview's folder; empty when there is none.
   *
   * @throws ProblemsException (refused) when it belongs to somebody else or holds foreign files
   */
  static Optional<OverlayFolder> read(Snapshot snapshot, PreviewId id, String platform) {
    String path = path(id);
    SortedMap<String, byte[]> files = new TreeMap<>();
    snapshot
        .walk(TreePath.of(path), BUDGET)
        .forEach((file, bytes) -> files.put(file.toString().substring(path.length() + 1), bytes));
    if (files.isEmpty()) {
      return Optional.empty();
    }
    byte[] record = files.get(PreviewFolders.RECORD);
    if (record == null) {
      throw refused(path, "has no preview.yaml, so it was not written by Mayfly");
    }
    Recorded recorded = Recorded.read(path + "/" + PreviewFolders.RECORD, record);
    requireOf(id, recorded);
    if (!recorded.platform().equals(platform)) {
      throw another(path, recorded);
    }
    Set<String> foreign = new HashSet<>(files.keySet());
    foreign.removeAll(listed(path, files));
    if (!foreign.isEmpty()) {
      throw refused(
          path,
          "holds `"
              + foreign.stream().sorted().findFirst().orElseThrow()
              + "`, which is not Mayfly's");
    }
    return Optional.of(new OverlayFolder(path, files, recorded));
  }

  /**
   * Makes sure that a record is of the preview whose folder it lies in: Argo CD goes by the record.
   *
   * @throws ProblemsException (refused) when it is not
   */
  static void requireOf(PreviewId id, Recorded recorded) {
    if (!recorded.app().equals(id.app())
        || !recorded.facts().pullRequest().number().equals(id.number())) {
      throw another(path(id), recorded);
    }
  }

  private static ProblemsException another(String path, Recorded recorded) {
    return refused(
        path,
        "belongs to app `%s` and pull request %s of platform `%s`"
            .formatted(
                recorded.app(), recorded.facts().pullRequest().number(), recorded.platform()));
  }

  /** The files that an earlier run wrote: those that its kustomization lists, and its own two. */
  private static Set<String> listed(String path, SortedMap<String, byte[]> files) {
    Set<String> listed = new HashSet<>(Set.of(PreviewFolders.RECORD, KUSTOMIZATION));
    byte[] kustomization = files.getOrDefault(KUSTOMIZATION, new byte[0]);
    for (Node document :
        new YamlReader(Budget.UNTRUSTED)
            .read(path + "/" + KUSTOMIZATION, kustomization)
            .documents()) {
      if (document.at("resources") instanceof ListNode resources) {
        for (Node resource : resources.items()) {
          if (resource instanceof ScalarNode scalar) {
            listed.add(scalar.text());
          }
        }
      }
    }
    return listed;
  }

  private static ProblemsException refused(String path, String why) {
    return Fault.REFUSED.error(
        "foreign-overlay",
        Location.ofFile(path),
        "the folder `" + path + "` " + why,
        "it is left as it is; remove it by hand if it should go");
  }
}
