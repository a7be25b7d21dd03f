package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.Pods;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One Kubernetes object on its way to the cluster.
 *
 * @param root the object as it would be applied
 */
public record BundleObject(MapNode root) {

  /**
   * The objects of one document; lists of objects are taken apart, as kustomize tells them: by
   * their kind. What is no object, or does not say which, stays one without a kind.
   */
  public static List<BundleObject> in(Node document) {
    if (document instanceof ScalarNode empty && empty.isNull()) {
      return List.of();
    }
    if (!(document instanceof MapNode map)) {
      return List.of(new BundleObject(new MapNode(List.of(), document.location())));
    }
    String kind = map.textAt("kind");
    boolean object = kind != null && map.textAt("apiVersion") != null;
    boolean list = !object || (kind != null && kind.endsWith("List"));
    if (list && map.get("items") instanceof ListNode items) {
      List<BundleObject> objects = new ArrayList<>(in(items));
      if (!object) {
        objects.addFirst(new BundleObject(new MapNode(List.of(), map.location())));
      }
      return objects;
    }
    return List.of(new BundleObject(map));
  }

  private static List<BundleObject> in(ListNode items) {
    List<BundleObject> objects = new ArrayList<>();
    items.items().forEach(item -> objects.addAll(in(item)));
    return objects;
  }

  /**
   * What is in the object's own {@code items}: Argo CD and kubectl take every object that has such
   * a list for a List, whatever its kind (apimachinery, {@code Unstructured.IsList}).
   */
  List<BundleObject> hidden() {
    return root.get("items") instanceof ListNode items ? in(items) : List.of();
  }

  boolean hides() {
    return root.get("items") instanceof ListNode;
  }

  public GroupKind type() {
    return GroupKind.of(root);
  }

  public String kind() {
    return text("kind");
  }

  public String group() {
    return type().group();
  }

  public String name() {
    return text("metadata", "name");
  }

  public String namespace() {
    return text("metadata", "namespace");
  }

  /** The scalar under a path; empty when there is none. */
  public String text(String... path) {
    return root.textOrEmpty(path);
  }

  /** Where a field stands, or else the object's name, or else the object. */
  public Location at(String... path) {
    Node node = root.at(path);
    return (node == null ? root.orThis("metadata", "name") : node).location();
  }

  /** Every map in the object, itself first, each before what it holds. */
  public List<MapNode> maps() {
    return NodeValues.allMaps(root);
  }

  /** The pod that an object of Kubernetes' own kinds makes. */
  public Optional<MapNode> pod() {
    boolean builtIn = List.of("", "apps", "batch").contains(group());
    return builtIn && Pods.of(root) instanceof MapNode pod ? Optional.of(pod) : Optional.empty();
  }

  /** Whether the keys below it are its owner's own words. */
  public boolean isFreeForm() {
    return group().isEmpty() && (kind().equals("ConfigMap") || kind().equals("Secret"));
  }

  /** Kind and name as messages show them. */
  public String title() {
    return kind() + " `" + name() + "`";
  }
}
