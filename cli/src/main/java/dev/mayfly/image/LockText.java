package dev.mayfly.image;

import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A lock file that did not exist before. */
final class LockText {
  private LockText() {}

  /** An object that kustomize reads and never applies. */
  static String krm(String name, List<PinnedImage> images) {
    List<Tree> items = new ArrayList<>();
    images.forEach(image -> items.add(entry("name", image)));
    Map<String, Tree> metadata = new LinkedHashMap<>();
    metadata.put("name", new Tree.Text(name));
    metadata.put(
        "annotations",
        new Tree.Mapping(Map.of("config.kubernetes.io/local-config", new Tree.Text("true"))));
    Map<String, Tree> lock = new LinkedHashMap<>();
    lock.put("apiVersion", new Tree.Text("mayfly.dev/v1alpha1"));
    lock.put("kind", new Tree.Text("ImageLock"));
    lock.put("metadata", new Tree.Mapping(metadata));
    lock.put("spec", new Tree.Mapping(Map.of("images", new Tree.Sequence(items))));
    return YamlWriter.write(new Tree.Mapping(lock));
  }

  /** A value file: one image as charts commonly have it, several by id. */
  static String helm(List<PinnedImage> images, Map<String, String> idsByName) {
    if (images.size() == 1 && !idsByName.containsKey(images.getFirst().name())) {
      return YamlWriter.write(
          new Tree.Mapping(Map.of("image", entry("repository", images.getFirst()))));
    }
    return YamlWriter.write(new Tree.Mapping(Map.of("images", byId(images, idsByName, Set.of()))));
  }

  static Tree.Mapping byId(
      List<PinnedImage> images, Map<String, String> idsByName, Set<String> taken) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    for (PinnedImage image : images) {
      String id = idsByName.getOrDefault(image.name(), idFrom(image.name()));
      for (int again = 2; entries.containsKey(id) || taken.contains(id); again++) {
        id = idFrom(image.name()) + again;
      }
      entries.put(id, entry("repository", image));
    }
    return new Tree.Mapping(entries);
  }

  static Tree.Mapping entry(String nameKey, PinnedImage image) {
    Map<String, Tree> entry = new LinkedHashMap<>();
    entry.put(nameKey, new Tree.Text(image.name()));
    entry.put("digest", new Tree.Text(image.digest().text()));
    return new Tree.Mapping(entry);
  }

  /**
   * {@code ghcr.io/acme/order-worker} gives {@code orderWorker}, which a template walks by dots.
   */
  private static String idFrom(String name) {
    StringBuilder id = new StringBuilder();
    for (String word : name.substring(name.lastIndexOf('/') + 1).split("[^a-z0-9]+")) {
      id.append(
          id.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return Character.isDigit(id.charAt(0)) ? "image" + id : id.toString();
  }
}
