package dev.mayfly.image;

import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.util.ArrayList;
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
    Tree.Mapping metadata =
        new Tree.Mapping()
            .put("name", name)
            .put("annotations", new Tree.Mapping().put(KubernetesMetadata.LOCAL_CONFIG, "true"));
    Tree.Mapping lock =
        new Tree.Mapping()
            .put("apiVersion", "mayfly.dev/v1alpha1")
            .put("kind", "ImageLock")
            .put("metadata", metadata)
            .put("spec", new Tree.Mapping().put("images", items));
    return YamlWriter.write(lock);
  }

  /** A value file: one image as charts commonly have it, several by id. */
  static String helm(List<PinnedImage> images, Map<String, String> idsByName) {
    if (images.size() == 1 && !idsByName.containsKey(images.getFirst().name())) {
      return YamlWriter.write(
          new Tree.Mapping().put("image", entry("repository", images.getFirst())));
    }
    return YamlWriter.write(new Tree.Mapping().put("images", byId(images, idsByName, Set.of())));
  }

  static Tree.Mapping byId(
      List<PinnedImage> images, Map<String, String> idsByName, Set<String> taken) {
    Tree.Mapping entries = new Tree.Mapping();
    for (PinnedImage image : images) {
      String id = idsByName.getOrDefault(image.name(), idFrom(image.name()));
      for (int again = 2; entries.entries().containsKey(id) || taken.contains(id); again++) {
        id = idFrom(image.name()) + again;
      }
      entries.put(id, entry("repository", image));
    }
    return entries;
  }

  static Tree.Mapping entry(String nameKey, PinnedImage image) {
    return new Tree.Mapping().put(nameKey, image.name()).put("digest", image.digest().text());
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
