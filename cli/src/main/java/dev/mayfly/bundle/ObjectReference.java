package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A name by which an object says what else it uses: a Secret, an account, a claim, a Service, a
 * workload.
 *
 * @param namespace where it is looked for, when the object says so
 */
record ObjectReference(ScalarNode name, @Nullable ScalarNode namespace) {
  /** How fields end that are a name, in lower case: resources of other makers have prefixes. */
  private static final List<String> NAMES =
      List.of(
          "secret",
          "secretname",
          "configmap",
          "configmapname",
          "claimname",
          "volumesnapshotcontentname",
          "serviceaccount",
          "serviceaccountname",
          "servicename");

  /** Fields that hold a {@code name}, or a list of such; and all that hold one of {@code WORDS}. */
  private static final Set<String> HOLDERS =
      Set.of(
          "certificateRefs",
          "dataSource",
          "dataSourceRef",
          "scaleTargetRef",
          "targetRef",
          "targetRefs",
          "backendRef",
          "backendRefs",
          "service",
          "roleRef",
          "subjects");

  private static final List<String> WORDS = List.of("secret", "configmap", "serviceaccount");

  /** What an object refers to; nothing where its keys are its owner's own words. */
  static List<ObjectReference> in(BundleObject object) {
    List<ObjectReference> references = new ArrayList<>();
    if (!object.isFreeForm()) {
      for (MapNode map : object.maps()) {
        map.entries().forEach(entry -> add(entry.key().text(), entry.value(), references));
      }
    }
    return references;
  }

  private static void add(String key, Node value, List<ObjectReference> references) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (value instanceof ScalarNode name) {
      if (!name.isNull() && !name.text().isEmpty() && NAMES.stream().anyMatch(lower::endsWith)) {
        references.add(new ObjectReference(name, null));
      }
    } else if (HOLDERS.contains(key) || isHolder(lower)) {
      for (Node item : value instanceof ListNode list ? list.items() : List.of(value)) {
        if (item.at("name") instanceof ScalarNode name) {
          ScalarNode namespace = item.at("namespace") instanceof ScalarNode it ? it : null;
          references.add(new ObjectReference(name, namespace));
        }
      }
    }
  }

  /** Stores of Secrets are the platform's. */
  private static boolean isHolder(String lower) {
    return !lower.startsWith("secretstoreref") && WORDS.stream().anyMatch(lower::contains);
  }
}
