package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ForeignText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a bundle by their paths inside it, with what it takes in from beside its folder.
 * Then the paths begin at the nearest folder that holds both.
 */
public final class BundleFiles {
  private final String root;
  private final String folder;
  private final SortedMap<String, byte[]> files;
  private final SortedMap<String, byte[]> valueFiles;
  private final Map<String, ReadResult> read = new HashMap<>();

  /**
   * Files that are in memory.
   *
   * @param root what stands before each path in messages; may be empty
   */
  public BundleFiles(String root, SortedMap<String, byte[]> files) {
    this(root, "", files, new TreeMap<>());
  }

  /**
   * Files of which the bundle's folder is a part.
   *
   * @param folder the bundle's own among them; empty where all are in it
   * @param valueFiles those of the chart's repository by the names that the Application has for
   *     them
   */
  BundleFiles(
      String root,
      String folder,
      SortedMap<String, byte[]> files,
      SortedMap<String, byte[]> valueFiles) {
    this.root = root;
    this.folder = folder;
    this.files = new TreeMap<>(files);
    this.valueFiles = new TreeMap<>(valueFiles);
  }

  /** The bundle's own folder. */
  public String folder() {
    return folder;
  }

  /** Whether a path is in the bundle's own folder. */
  public boolean isOwn(String path) {
    return RelativePath.isWithin(folder, path);
  }

  /** Value files beside the chart, by the names that the Application has for them. */
  public SortedMap<String, byte[]> valueFiles() {
    return valueFiles;
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
            new YamlReader(Budget.BUNDLE)
                .read(shown(key), ForeignText.plain(files.getOrDefault(key, new byte[0]))));
  }

  /** Every kustomization that can be read. */
  public List<Kustomization> kustomizations() {
    return files.keySet().stream()
        .filter(Kustomization::isFile)
        .flatMap(path -> kustomization(path).stream())
        .toList();
  }

  /** The kustomization of a folder; empty when there is none, or it cannot be read. */
  Optional<Kustomization> kustomizationIn(String folder) {
    return kustomizationFiles(folder).findFirst().flatMap(this::kustomization);
  }

  /** The files of a folder of which kustomize takes one, and refuses more. */
  Stream<String> kustomizationFiles(String folder) {
    return files.keySet().stream()
        .filter(path -> Kustomization.isFile(path) && RelativePath.parent(path).equals(folder));
  }

  private Optional<Kustomization> kustomization(String path) {
    List<Node> documents = yaml(path).documents();
    return documents.size() == 1 && documents.getFirst() instanceof MapNode root
        ? Optional.of(new Kustomization(RelativePath.parent(path), root))
        : Optional.empty();
  }

  /** The path that an entry of a file in this folder means; empty where it leads out of all. */
  public static Optional<String> resolve(String folder, String entry) {
    if (entry.startsWith("/") || entry.contains("\\") || entry.isEmpty()) {
      return Optional.empty();
    }
    String path = RelativePath.resolve(folder, entry);
    return path.equals("..") || path.startsWith("../") ? Optional.empty() : Optional.of(path);
  }

  /** The path as messages show it. */
  public String shown(String path) {
    return root.isEmpty() || path.isEmpty() ? root + path : root + "/" + path;
  }

  public Location location(String path) {
    return Location.ofFile(shown(path));
  }
}
