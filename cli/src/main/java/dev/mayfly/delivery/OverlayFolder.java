package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder of one preview at one commit, read and checked to be ours before it is replaced. */
public record OverlayFolder(SortedMap<String, byte[]> files, Recorded record) {
  private static final WalkBudget BUDGET = new WalkBudget(200, 2, 1 << 18, 4L << 20);
  private static final String KUSTOMIZATION = "kustomization.yaml";

  public static TreePath path(PreviewId id) {
    return TreePath.of(PreviewFolders.overlay(id.app(), id.number()));
  }

  /** Brings all files of these previews in one conversation, before they are read one by one. */
  static void bring(Snapshot snapshot, Collection<PreviewId> previews) {
    try {
      snapshot.prepare(previews.stream().map(OverlayFolder::path).toList());
    } catch (ProblemsException e) {
      // Whoever reads the one that is wrong says so.
      return;
    }
  }

  /**
   * Reads a preview's folder; empty when there is none.
   *
   * @throws ProblemsException (refused) when it belongs to somebody else or holds foreign files
   */
  static Optional<OverlayFolder> read(Snapshot snapshot, PreviewId id, String platform) {
    TreePath path = path(id);
    SortedMap<String, byte[]> files = files(snapshot, path);
    if (files.isEmpty()) {
      return Optional.empty();
    }
    byte[] record = files.get(PreviewFolders.RECORD);
    if (record == null) {
      throw refused(path, "has no preview.yaml, so it was not written by Mayfly");
    }
    Recorded recorded = Recorded.read(path.child(PreviewFolders.RECORD).toString(), record);
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
    return Optional.of(new OverlayFolder(files, recorded));
  }

  /** The files of a folder by their names in it; none where it is not there. */
  static SortedMap<String, byte[]> files(Snapshot snapshot, TreePath folder) {
    int before = folder.toString().length() + 1;
    SortedMap<String, byte[]> files = new TreeMap<>();
    snapshot
        .walk(folder, BUDGET)
        .forEach((file, bytes) -> files.put(file.toString().substring(before), bytes));
    return files;
  }

  /** The texts of an overlay as Git keeps them. */
  static SortedMap<String, byte[]> bytes(SortedMap<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  static boolean same(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
  }

  /** Whether it holds these files and no others. */
  boolean holds(SortedMap<String, byte[]> others) {
    return same(files, others);
  }

  /** What the preview was rendered from. */
  PreviewFacts facts() {
    return record.facts();
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

  private static ProblemsException another(TreePath path, Recorded recorded) {
    return refused(
        path,
        "belongs to app `%s` and pull request %s of platform `%s`"
            .formatted(
                recorded.app(), recorded.facts().pullRequest().number(), recorded.platform()));
  }

  /** The files that an earlier run wrote: those that its kustomization lists, and its own two. */
  private static Set<String> listed(TreePath path, SortedMap<String, byte[]> files) {
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

  private static ProblemsException refused(TreePath path, String why) {
    return Fault.REFUSED.error(
        "foreign-overlay",
        Location.ofFile(path.toString()),
        "the folder `" + path + "` " + why,
        "it is left as it is; remove it by hand if it should go");
  }
}
