package dev.mayfly.bundle.build;

import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One kustomization of a bundle. */
public record KustomizeFile(String path, MapNode root) {
  /** Whether kustomize would read a file of this name as a kustomization. */
  public static boolean isKustomization(String path) {
    return Kustomization.isFile(RelativePath.name(path));
  }

  /** Every kustomization of the bundle that can be read. */
  public static List<KustomizeFile> all(BundleFiles files) {
    List<KustomizeFile> found = new ArrayList<>();
    for (String path : files.all().keySet()) {
      if (isKustomization(path)) {
        read(files, path).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The kustomization of a folder; empty when there is none, or it cannot be read. */
  static Optional<KustomizeFile> in(BundleFiles files, String folder) {
    return paths(files, folder).findFirst().flatMap(path -> read(files, path));
  }

  private static Stream<String> paths(BundleFiles files, String folder) {
    return files.all().keySet().stream()
        .filter(it -> isKustomization(it) && RelativePath.parent(it).equals(folder))
        .sorted();
  }

  private static Optional<KustomizeFile> read(BundleFiles files, String path) {
    List<Node> documents = files.yaml(path).documents();
    return documents.size() == 1 && documents.getFirst() instanceof MapNode map
        ? Optional.of(new KustomizeFile(path, map))
        : Optional.empty();
  }

  public String folder() {
    return RelativePath.parent(path);
  }

  /** Names every key that is not spelled as kustomize has it. */
  public void unknownKeys(BundleFindings findings) {
    Vocabulary.KUSTOMIZATION.unknown("Kustomization", root, findings::unknownKey);
  }

  /** Every file or folder that it names, wherever it may name one. */
  public List<ScalarNode> paths() {
    List<ScalarNode> paths = new ArrayList<>(entries().bases());
    paths.addAll(entries().texts("crds", "configurations"));
    for (ScalarNode patch : entries().texts("patchesStrategicMerge")) {
      if (!Kustomization.isInline(patch.text())) {
        paths.add(patch);
      }
    }
    entries().patches().forEach(item -> add(item.at("path"), paths));
    add(root.at("openapi", "path"), paths);
    for (String key : List.of("configMapGenerator", "secretGenerator")) {
      for (Node generator : root.itemsAt(key)) {
        generator.itemsAt("files").forEach(file -> add(file, paths));
        generator.itemsAt("envs").forEach(file -> add(file, paths));
        add(generator.at("env"), paths);
      }
    }
    return paths;
  }

  /** Of {@code key=path} the path. */
  private static void add(@Nullable Node node, List<ScalarNode> paths) {
    if (node instanceof ScalarNode text) {
      String path = text.text().substring(text.text().indexOf('=') + 1);
      paths.add(new ScalarNode(path, false, text.location()));
    }
  }

  /** What it says, as lint reads it too. */
  Kustomization entries() {
    return new Kustomization(folder(), root);
  }

  /** Whether it says plainly that it is a kustomization, and is the only one of its folder. */
  boolean isPlain(BundleFiles files) {
    return paths(files, folder()).count() == 1
        && is("apiVersion", "kustomize.config.k8s.io/v1beta1")
        && is("kind", "Kustomization");
  }

  private boolean is(String key, String value) {
    return root.get(key) == null || value.equals(root.textAt(key));
  }
}
