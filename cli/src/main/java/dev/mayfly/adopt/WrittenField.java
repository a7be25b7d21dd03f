package dev.mayfly.adopt;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field that somebody wrote, by the path that {@link Mapping#reads} knows it by. Paths end where
 * a mapping answers for all below.
 */
record WrittenField(String path, Node node) {
  /** What others than the mappings answer for: the document's frame and what Kubernetes writes. */
  private static final Set<String> FRAME =
      Set.of(
          "set.apiVersion",
          "set.kind",
          "set.status",
          "set.spec.generators",
          "set.spec.template",
          "project.apiVersion",
          "project.kind",
          "project.status");

  /** What the API server fills in, and nobody writes by hand. */
  private static final Set<String> KUBERNETES =
      Set.of(
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "generateName",
          "generation",
          "managedFields",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid",
          "finalizers");

  static List<WrittenField> of(HandWritten set) {
    List<WrittenField> fields = new ArrayList<>();
    walk("set", set.set(), fields);
    walk("pullRequest", set.pullRequest(), fields);
    walk("template", set.set().at("spec", "template"), fields);
    return fields;
  }

  static List<WrittenField> ofProject(Node project) {
    List<WrittenField> fields = new ArrayList<>();
    walk("project", project, fields);
    return fields;
  }

  private static void walk(String path, @Nullable Node node, List<WrittenField> fields) {
    if (node == null || FRAME.contains(path)) {
      return;
    }
    boolean below =
        Mappings.ALL.stream()
            .flatMap(m -> m.reads().stream())
            .anyMatch(read -> read.startsWith(path + "."));
    if (path.equals("template.spec.source")) {
      walk("template.source", node, fields);
    } else if (path.equals("template.spec.sources") && node instanceof ListNode list) {
      list.items().forEach(item -> walk("template.source", item, fields));
    } else if (node instanceof MapNode map && (below || path.equals("template.spec"))) {
      for (MapNode.Entry entry : map.entries()) {
        String key = entry.key().text();
        if (!path.endsWith("metadata")
            || !KUBERNETES.contains(key)
            || path.startsWith("template")) {
          walk(path + "." + key, entry.value(), fields);
        }
      }
    } else {
      fields.add(new WrittenField(path, node));
    }
  }
}
