package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name by which an object says what else it uses: a Secret, an account, a claim, a Service, a
 * workload.
 *
 * @param kind what is named; empty where the object does not say
 * @param namespace where it is looked for, when the object says so
 */
record Reference(String kind, ScalarNode name, @Nullable ScalarNode namespace) {
  /** How fields end that are a name, in lower case: resources of other makers have prefixes. */
  private static final Map<String, String> NAMES =
      Map.of(
          "secret", "Secret",
          "secretname", "Secret",
          "configmap", "ConfigMap",
          "configmapname", "ConfigMap",
          "claimname", "PersistentVolumeClaim",
          "volumesnapshotcontentname", "VolumeSnapshotContent",
          "serviceaccount", "ServiceAccount",
          "serviceaccountname", "ServiceAccount",
          "servicename", "Service");

  /** Fields that hold a {@code name}, or a list of such, and the kind where none is written. */
  private static final Map<String, String> HOLDERS =
      Map.ofEntries(
          Map.entry("imagePullSecrets", "Secret"),
          Map.entry("certificateRefs", "Secret"),
          Map.entry("dataSource", ""),
          Map.entry("dataSourceRef", ""),
          Map.entry("scaleTargetRef", "Deployment"),
          Map.entry("targetRef", ""),
          Map.entry("targetRefs", ""),
          Map.entry("backendRef", "Service"),
          Map.entry("backendRefs", "Service"),
          Map.entry("service", "Service"),
          Map.entry("roleRef", "Role"),
          Map.entry("subjects", ""));

  /** What an object refers to; nothing where its keys are its owner's own words. */
  static List<Reference> in(BundleObject object) {
    List<Reference> references = new ArrayList<>();
    if (!object.isFreeForm()) {
      for (MapNode map : object.maps()) {
        map.entries().forEach(entry -> add(entry.key().text(), entry.value(), references));
      }
    }
    return references;
  }

  private static void add(String key, Node value, List<Reference> references) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (value instanceof ScalarNode name) {
      if (!name.isNull() && !name.text().isEmpty()) {
        NAMES.entrySet().stream()
            .filter(suffix -> lower.endsWith(suffix.getKey()))
            .forEach(suffix -> references.add(new Reference(suffix.getValue(), name, null)));
      }
      return;
    }
    String holder = HOLDERS.getOrDefault(key, byWord(lower));
    if (holder == null) {
      return;
    }
    for (Node item : value instanceof ListNode list ? list.items() : List.of(value)) {
      if (item.at("name") instanceof ScalarNode name) {
        String written = item.textAt("kind");
        ScalarNode namespace = item.at("namespace") instanceof ScalarNode it ? it : null;
        references.add(new Reference(written == null ? holder : written, name, namespace));
      }
    }
  }

  private static @Nullable String byWord(String lower) {
    if (lower.startsWith("secretstoreref")) {
      // Stores of Secrets are the platform's.
      return null;
    }
    return lower.contains("secret")
        ? "Secret"
        : lower.contains("configmap")
            ? "ConfigMap"
            : lower.contains("serviceaccount") ? "ServiceAccount" : null;
  }
}
