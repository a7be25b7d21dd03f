package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What the documents of one file are: objects, kustomizations, or neither. What looks like an
 * object, or stands among objects, and is none gets a note: nobody else would say that it is never
 * applied.
 */
final class Documents {
  private static final List<String> KINDS = List.of("Kustomization", "Component");

  private final InputFile file;
  private final List<Resource> resources = new ArrayList<>();
  private final List<Kustomization> kustomizations = new ArrayList<>();
  private final List<Node> others = new ArrayList<>();
  private final List<Node> itemsOfLists = new ArrayList<>();

  Documents(InputFile file, List<Node> documents) {
    this.file = file;
    for (Node document : documents) {
      if (FileForm.of(file.fileName()) == FileForm.KUSTOMIZATION
          && kustomizations.isEmpty()
          && document instanceof MapNode root
          && isKustomization(root)) {
        kustomizations.add(new Kustomization(file.directory(), root));
      } else {
        collect(document, others);
      }
    }
  }

  /**
   * Lists of objects are flattened; their nesting is bounded by the reader's depth. An object of
   * any kind is one when it has {@code items} (apimachinery, {@code Unstructured.IsList}).
   */
  private void collect(Node document, List<Node> otherwise) {
    if (document instanceof MapNode root) {
      if (root.textAt("kind") != null && root.get("items") instanceof ListNode items) {
        items.items().forEach(item -> collect(item, itemsOfLists));
        return;
      }
      Resource resource = Resource.of(root);
      if (resource != null) {
        resources.add(BulkySchema.without(resource));
        return;
      }
    }
    otherwise.add(document);
  }

  /** The name of the file alone does not make one: objects of Flux are kept in such files too. */
  private static boolean isKustomization(MapNode root) {
    String apiVersion = root.textAt("apiVersion");
    String kind = root.textAt("kind");
    if (apiVersion == null) {
      return kind == null || KINDS.contains(kind);
    }
    return apiVersion.startsWith("kustomize.config.k8s.io/")
        || (!apiVersion.contains("/") && kind != null && KINDS.contains(kind));
  }

  boolean isEmpty() {
    return resources.isEmpty() && kustomizations.isEmpty();
  }

  List<Resource> resources() {
    return resources;
  }

  List<Kustomization> kustomizations() {
    return kustomizations;
  }

  /** One note a document that is left out. */
  List<Problem> notes() {
    List<Problem> notes = new ArrayList<>();
    itemsOfLists.forEach(item -> notes.add(note(item, "item of the list")));
    others.stream()
        .filter(it -> !resources.isEmpty() || looksLikeObject(it))
        .filter(it -> !it.isNull())
        .forEach(it -> notes.add(note(it, "document")));
    return notes;
  }

  private boolean looksLikeObject(Node document) {
    return switch (document) {
      case MapNode root ->
          root.has("apiVersion")
              ? root.has("metadata") || !file.fileName().equals("Chart.yaml")
              : root.has("kind") && root.has("metadata");
      case ListNode list ->
          list.items().stream().anyMatch(it -> it instanceof MapNode m && Resource.of(m) != null);
      case ScalarNode scalar -> false;
    };
  }

  private static Problem note(Node left, String what) {
    String why = "is not a map";
    Location at = left.location();
    if (left instanceof MapNode root) {
      why = root.textAt("kind") == null ? "has no `kind`" : "has no `apiVersion`";
      at = root.entries().isEmpty() ? at : root.entries().getFirst().key().location();
    }
    return Problem.note(
        ReadFile.LEFT_ALONE,
        at,
        "this " + what + " " + why + " and is not judged",
        "complete it, or keep it in a file without manifests");
  }
}
