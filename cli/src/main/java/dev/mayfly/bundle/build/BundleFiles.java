package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreePath;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a bundle by their paths inside it. */
public final class BundleFiles {
  private final String root;
  private final SortedMap<String, byte[]> files;
  private final Map<String, ReadResult> read = new HashMap<>();

  /**
   * Files that are in memory.
   *
   * @param root what stands before each path in messages; may be empty
   */
  public BundleFiles(String root, SortedMap<String, byte[]> files) {
    this.root = root;
    this.files = new TreeMap<>(files);
  }

  /**
   * The bundle at one commit. Links, submodules, odd names and more than a bundle may hold are
   * refused while the tree is read.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (refused) as {@link Snapshot#walk}
   */
  public static BundleFiles at(Snapshot snapshot, String path) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    int skipped = path.isEmpty() ? 0 : path.length() + 1;
    snapshot
        .walk(TreePath.of(path), WalkBudget.BUNDLE)
        .forEach((file, bytes) -> files.put(file.toString().substring(skipped), bytes));
    return new BundleFiles(path, files);
  }

  public SortedMap<String, byte[]> all() {
    return files;
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  public boolean hasFolder(String path) {
    return path.isEmpty()
        ? !files.isEmpty()
        : !files.tailMap(path + "/").isEmpty()
            && files.tailMap(path + "/").firstKey().startsWith(path + "/");
  }

  /** The start of a file as text, for marks that stand in a first line. */
  public String head(String path) {
    byte[] bytes = files.getOrDefault(path, new byte[0]);
    return new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.UTF_8);
  }

  /** A file as text, whatever it is. */
  public String text(String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  /** The documents of a file, read once and strictly. */
  public ReadResult yaml(String path) {
    return read.computeIfAbsent(
        path,
        key ->
            new YamlReader(Budget.BUNDLE).read(shown(key), files.getOrDefault(key, new byte[0])));
  }

  /** The path as messages show it. */
  public String shown(String path) {
    return root.isEmpty() || path.isEmpty() ? root + path : root + "/" + path;
  }

  public Location location(String path) {
    return Location.ofFile(shown(path));
  }
}
