package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.ResourceKind;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One Kubernetes object on its way to the cluster.
 *
 * @param root the object as it would be applied
 */
public record BundleObject(MapNode root) {

  /** The objects of one document; what is none is left out. */
  public static List<BundleObject> in(Node document) {
    return in(document, lost -> {});
  }

  /**
   * The objects of one document; lists of objects are taken apart, as kustomize tells them: by
   * their kind.
   *
   * @param lost takes what is no object, since it says no kind or no version of it
   */
  static List<BundleObject> in(Node document, Consumer<Node> lost) {
    if (document instanceof ScalarNode empty && empty.isNull()) {
      return List.of();
    }
    String kind = document.textAt("kind");
    if (kind == null || document.textAt("apiVersion") == null) {
      lost.accept(document);
      return List.of();
    }
    return kind.endsWith("List") && document.at("items") instanceof ListNode items
        ? in(items, lost)
        : List.of(new BundleObject((MapNode) document));
  }

  private static List<BundleObject> in(ListNode items, Consumer<Node> lost) {
    List<BundleObject> objects = new ArrayList<>();
    items.items().forEach(item -> objects.addAll(in(item, lost)));
    return objects;
  }

  /**
   * What is in the object's own {@code items}: Argo CD and kubectl take every object that has such
   * a list for a List, whatever its kind (apimachinery, {@code Unstructured.IsList}).
   */
  List<BundleObject> hidden(Consumer<Node> lost) {
    return root.get("items") instanceof ListNode items ? in(items, lost) : List.of();
  }

  boolean hides() {
    return root.get("items") instanceof ListNode;
  }

  public ResourceKind type() {
    return new ResourceKind(group(), text("kind"));
  }

  public String kind() {
    return text("kind");
  }

  public String group() {
    String apiVersion = text("apiVersion");
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  public String name() {
    return text("metadata", "name");
  }

  public String namespace() {
    return text("metadata", "namespace");
  }

  /** The scalar under a path; empty when there is none. */
  public String text(String... path) {
    return Optional.ofNullable(root.textAt(path)).orElse("");
  }

  /** Where a field stands, or else the object's name, or else the object. */
  public Location at(String... path) {
    Node node = root.at(path);
    if (node == null) {
      node = root.at("metadata", "name");
    }
    return node == null ? root.location() : node.location();
  }

  /** Kind and name as messages show them. */
  public String title() {
    return kind() + " `" + name() + "`";
  }
}
