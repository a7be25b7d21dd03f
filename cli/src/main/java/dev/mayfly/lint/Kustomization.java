package dev.mayfly.lint;

import dev.mayfly.yaml.Keyed;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A kustomization file and the folder it stands in. */
public record Kustomization(String directory, MapNode root) implements Keyed {
  /** Fields that change objects which the kustomization includes. */
  private static final List<String> TRANSFORMING =
      List.of(
          "patches",
          "patchesStrategicMerge",
          "patchesJson6902",
          "replacements",
          "transformers",
          "components",
          "vars",
          "helmCharts");

  private static final Set<String> FILES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** Whether kustomize would read a file as a kustomization, by its name. */
  public static boolean isFile(String path) {
    return FILES.contains(RelativePath.name(path));
  }

  @Override
  public @Nullable Node at(String... path) {
    return root.at(path);
  }

  /** The entries that are texts, of lists such as {@code resources}. */
  public List<ScalarNode> texts(String... fields) {
    return Stream.of(fields).flatMap(field -> root.textsAt(field).stream()).toList();
  }

  private Stream<Node> items(String... fields) {
    return Stream.of(fields).flatMap(field -> root.itemsAt(field).stream());
  }

  /** What it takes in: files, folders and what is elsewhere. */
  public List<ScalarNode> bases() {
    return texts("resources", "bases", "components");
  }

  /** What changes objects, and may name a file by its {@code path}. */
  public List<Node> patches() {
    return items("patches", "patchesJson6902", "replacements").toList();
  }

  /** Every file or folder that it names, wherever it may name one. */
  public List<ScalarNode> paths() {
    List<ScalarNode> paths = new ArrayList<>(bases());
    paths.addAll(texts("crds", "configurations"));
    texts("patchesStrategicMerge").stream()
        .filter(patch -> !isInline(patch.text()))
        .forEach(paths::add);
    patches().forEach(patch -> add(patch.at("path"), paths));
    add(root.at("openapi", "path"), paths);
    items("configMapGenerator", "secretGenerator")
        .forEach(generator -> {
          generator.itemsAt("files").forEach(file -> add(file, paths));
          generator.itemsAt("envs").forEach(file -> add(file, paths));
          add(generator.at("env"), paths);
        });
    return paths;
  }

  /** Of {@code key=path} the path. */
  private static void add(@Nullable Node node, List<ScalarNode> paths) {
    if (node instanceof ScalarNode text) {
      String path = text.text().substring(text.text().indexOf('=') + 1);
      paths.add(new ScalarNode(path, false, text.location()));
    }
  }

  /**
   * What a kustomization takes in, as paths from the repository's top; remote ones are left out.
   */
  List<String> included() {
    return bases().stream()
        .filter(entry -> !isRemote(entry.text()))
        .map(entry -> RelativePath.resolve(directory, entry.text()))
        .toList();
  }

  /** Whether what an entry names as a patch is for another kind than it says itself. */
  boolean retargets(String path, String kind) {
    return items("patches")
        .anyMatch(it ->
            it.textAt("path") instanceof String named
                && RelativePath.resolve(directory, named).equals(path)
                && it.at("target") != null
                && !kind.equals(it.textAt("target", "kind")));
  }

  /** Files that hold patches, not whole objects. */
  List<String> patchFiles() {
    List<String> paths = new ArrayList<>();
    for (Node patch : patches()) {
      String path = patch.textAt("path");
      if (path != null) {
        paths.add(RelativePath.resolve(directory, path));
      }
    }
    texts("patchesStrategicMerge", "transformers", "configurations").stream()
        .filter(entry -> !isInline(entry.text()))
        .forEach(entry -> paths.add(RelativePath.resolve(directory, entry.text())));
    return paths;
  }

  /** Whether anything but the fields named may be changed in an object that is included. */
  boolean transforms() {
    return TRANSFORMING.stream().anyMatch(root::has);
  }

  /** Whether an entry of {@code patchesStrategicMerge} is the patch itself, and no path. */
  public static boolean isInline(String entry) {
    return entry.contains("\n") || entry.startsWith("{");
  }

  /** No address is longer; the expressions below take a stack frame for each label of a host. */
  private static final int LONGEST = 1024;

  private static final Pattern REMOTE =
      Pattern.compile(
          "[^/]*@[^/]*:.*"
              + "|(?i:(?:www\\.)?(?:github\\.com|gitlab\\.com|bitbucket\\.org)[/:].*)"
              + "|(?i:[a-z0-9-]+(?:\\.[a-z0-9-]+)+/.+/.+(?:\\.git|//).*)");

  /** Whether kustomize would fetch this entry: a URL, an SCP-like address, a host with a path. */
  public static boolean isRemote(String entry) {
    if (entry.indexOf('/') < 0 && entry.indexOf(':') < 0 && entry.indexOf('?') < 0) {
      return false; // nearly every entry is the name of a file
    }
    boolean address = entry.contains("://") || entry.contains("::") || entry.contains("?");
    return address || (entry.length() <= LONGEST && REMOTE.matcher(entry).matches());
  }
}
