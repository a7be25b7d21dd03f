package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

  String text(String key) {
    @Nullable String text = root.textAt(key);
    return text == null ? "" : text;
  }

  /** The kustomization with settings of the Application in place of its own. */
  KustomizeFile with(ArgoSettings settings) {
    MapNode changed = root;
    if (settings.namePrefix().isPresent()) {
      Node prefix = Nodes.text(settings.namePrefix().get(), root.location());
      changed = Nodes.with(changed, "namePrefix", prefix);
    }
    List<Node> images = new ArrayList<>();
    for (Node image : items("images")) {
      if (!settings.images().containsKey(String.valueOf(image.textAt("name")))) {
        images.add(image);
      }
    }
    for (Map.Entry<String, String> image : new TreeMap<>(settings.images()).entrySet()) {
      Node entry = new MapNode(List.of(), root.location());
      entry = Nodes.with(entry, List.of("name"), Nodes.text(image.getKey(), root.location()));
      entry = Nodes.with(entry, List.of("newName"), Nodes.text(image.getKey(), root.location()));
      entry = Nodes.with(entry, List.of("digest"), Nodes.text(image.getValue(), root.location()));
      images.add(entry);
    }
    changed = Nodes.with(changed, "images", new ListNode(images, root.location()));
    return new KustomizeFile(path, changed);
  }
}
