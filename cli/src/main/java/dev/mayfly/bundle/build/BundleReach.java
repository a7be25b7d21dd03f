package dev.mayfly.bundle.build;

import dev.mayfly.git.WalkBudget;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.ValueFile;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a bundle out of one tree, and what it takes in from beside its folder: the bases of a
 * kustomization, the charts that a chart names by {@code file://}, value files. All of it together
 * has the budget of one bundle.
 */
public final class BundleReach {
  private final BundleTree tree;
  private final String folder;

  /** Everything that was read, by path from the tree's root. */
  private final SortedMap<String, byte[]> found = new TreeMap<>();

  private final List<String> walked = new ArrayList<>();

  private BundleReach(BundleTree tree, String folder) {
    this.tree = tree;
    this.folder = folder;
  }

  /**
   * The files; without any file where there is none.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) as {@link BundleTree#walk}
   */
  public static BundleFiles read(BundleTree tree, AppBundle bundle) {
    BundleReach reach = new BundleReach(tree, bundle.folder());
    if (bundle.kind() == AppBundle.Kind.KUSTOMIZE && bundle.folder().isEmpty()) {
      reach.top();
    } else {
      reach.walk(bundle.folder());
    }
    switch (bundle.kind()) {
      case KUSTOMIZE -> reach.bases();
      case HELM -> reach.charts();
      case DIRECTORY -> {}
    }
    return reach.files(bundle);
  }

  private SortedMap<String, byte[]> walk(String from) {
    long bytes = found.values().stream().mapToLong(content -> content.length).sum();
    WalkBudget whole = WalkBudget.BUNDLE;
    SortedMap<String, byte[]> files =
        tree.walk(
            from,
            new WalkBudget(
                whole.entries() - found.size(),
                whole.depth(),
                whole.fileBytes(),
                whole.totalBytes() - bytes));
    if (!files.isEmpty()) {
      found.putAll(files);
      walked.add(from);
    }
    return files;
  }

  /**
   * A kustomization at the root of a repository: what it names, and not all that the repository
   * has.
   */
  private void top() {
    for (String name : tree.top()) {
      if (Kustomization.isFile(name) || name.startsWith(".argocd-source")) {
        one(name);
      }
    }
    for (Kustomization file : new BundleFiles("", found).kustomizations()) {
      for (ScalarNode entry : file.paths()) {
        BundleFiles.resolve("", entry.text())
            .filter(path -> !path.isEmpty() && !Kustomization.isRemote(entry.text()) && isNew(path))
            .filter(path -> walk(path).isEmpty())
            .ifPresent(this::one);
      }
    }
  }

  private void one(String file) {
    tree.read(file, WalkBudget.BUNDLE.fileBytes()).ifPresent(content -> found.put(file, content));
  }

  /** Folders only: kustomize reads a file beside its own folder from nowhere. */
  private void bases() {
    Deque<SortedMap<String, byte[]>> unread = new ArrayDeque<>(List.of(found));
    while (!unread.isEmpty()) {
      BundleFiles files = new BundleFiles("", new TreeMap<>(unread.removeFirst()));
      for (Kustomization file : files.kustomizations()) {
        for (ScalarNode entry : file.bases()) {
          Optional<String> base = BundleFiles.resolve(file.directory(), entry.text());
          if (base.isPresent() && !Kustomization.isRemote(entry.text()) && isNew(base.get())) {
            unread.add(walk(base.get()));
          }
        }
      }
    }
  }

  /** A folder above one that is read would hold it once more, which kustomize calls a cycle. */
  private boolean isNew(String base) {
    return !found.containsKey(base)
        && walked.stream()
            .noneMatch(
                known -> RelativePath.isWithin(known, base) || RelativePath.isWithin(base, known));
  }

  /** As {@code helm dependency build} would put them into {@code charts/}, but unpacked. */
  private void charts() {
    String own = folder.isEmpty() ? "" : folder + "/";
    SortedMap<String, byte[]> inside = new TreeMap<>();
    found.forEach((path, content) -> inside.put(path.substring(own.length()), content));
    BundleFiles chart = new BundleFiles("", inside);
    for (ChartDependency dependency : ChartDependency.of(chart)) {
      Optional<String> from =
          dependency.isCarried(chart)
              ? Optional.empty()
              : dependency.local().flatMap(path -> BundleFiles.resolve(folder, path));
      if (from.isPresent() && dependency.hasPlainName()) {
        int above = from.get().length();
        String into = own + ChartDependency.CARRIED + dependency.name();
        local(from.get())
            .forEach((path, content) -> found.put(into + path.substring(above), content));
      }
    }
  }

  /** The files of a chart beside this one or inside it; none of one that holds this one. */
  private SortedMap<String, byte[]> local(String from) {
    if (RelativePath.isWithin(from, folder)) {
      return new TreeMap<>();
    }
    if (RelativePath.isWithin(folder, from)) {
      return new TreeMap<>(found.subMap(from + "/", from + "0"));
    }
    SortedMap<String, byte[]> local = walk(from);
    found.keySet().removeAll(local.keySet());
    walked.remove(from);
    return local;
  }

  private BundleFiles files(AppBundle bundle) {
    String root = folder;
    for (String other : walked) {
      while (!RelativePath.isWithin(root, other)) {
        root = RelativePath.parent(root);
      }
    }
    int above = root.isEmpty() ? 0 : root.length() + 1;
    SortedMap<String, byte[]> files = new TreeMap<>();
    found.forEach((path, content) -> files.put(path.substring(above), content));
    SortedMap<String, byte[]> valueFiles = new TreeMap<>();
    for (ValueFile file : bundle.valueFiles()) {
      if (file instanceof ValueFile.InRepository(String path)) {
        tree.read(path, WalkBudget.BUNDLE.fileBytes())
            .ifPresent(content -> valueFiles.put(file.argocdPath(), content));
      }
    }
    String own = folder.equals(root) ? "" : folder.substring(above);
    return new BundleFiles(tree.shown(root), own, files, valueFiles);
  }
}
