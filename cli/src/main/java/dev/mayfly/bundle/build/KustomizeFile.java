package dev.mayfly.bundle.build;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One kustomization of a bundle. */
public record KustomizeFile(String path, MapNode root) {
  private static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /** Whether kustomize would read a file of this name as a kustomization. */
  public static boolean isKustomization(String path) {
    return NAMES.contains(BundlePath.name(path));
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
    return NAMES.stream()
        .sorted()
        .map(name -> folder.isEmpty() ? name : folder + "/" + name)
        .filter(files::has)
        .findFirst()
        .flatMap(path -> read(files, path));
  }

  private static Optional<KustomizeFile> read(BundleFiles files, String path) {
    List<Node> documents = files.yaml(path).documents();
    return documents.size() == 1 && documents.getFirst() instanceof MapNode map
        ? Optional.of(new KustomizeFile(path, map))
        : Optional.empty();
  }

  public String folder() {
    return BundlePath.parent(path);
  }

  /** Names every key that is not spelled as kustomize has it. */
  public void unknownKeys(BundleFindings findings) {
    Vocabulary.KUSTOMIZATION.unknown("Kustomization", root, findings::unknownKey);
  }

  /** The entries of a list. */
  public List<Node> items(String key) {
    return Nodes.items(root.get(key));
  }

  /** The entries of a list that are plain text. */
  public List<ScalarNode> texts(String... keys) {
    List<ScalarNode> texts = new ArrayList<>();
    for (String key : keys) {
      for (Node item : items(key)) {
        if (item instanceof ScalarNode scalar) {
          texts.add(scalar);
        }
      }
    }
    return texts;
  }

  /** Whether it says plainly that it is a kustomization, and is the only one of its folder. */
  boolean isPlain(BundleFiles files) {
    String folder = folder();
    return NAMES.stream()
                .filter(name -> files.has(folder.isEmpty() ? name : folder + "/" + name))
                .count()
            == 1
        && is("apiVersion", "kustomize.config.k8s.io/v1beta1")
        && is("kind", "Kustomization");
  }

  private boolean is(String key, String value) {
    return root.get(key) == null || value.equals(root.textAt(key));
  }
}
