package dev.mayfly.manifest;

import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a server adds to an object that leaves it out, before admission sees it: defaults of
 * Kubernetes' own types, of CustomResourceDefinitions and of CloudNativePG's webhook. By kind, and
 * by the way to a map, the keys that may be there without having been rendered.
 */
final class ServerDefaults {
  /** Stands for any key. */
  static final String ANY = "*";

  private static final Set<String> REMOTE =
      Set.of("conversionStrategy", "decodingStrategy", "metadataPolicy", "nullBytePolicy");

  private static final Map<String, Map<String, Set<String>>> ADDED =
      Map.of(
          "Cluster",
          Map.ofEntries(
              Map.entry(
                  "spec",
                  Set.of(
                      "affinity",
                      "failoverDelay",
                      "logLevel",
                      "maxSyncReplicas",
                      "minSyncReplicas",
                      "postgresGID",
                      "postgresUID",
                      "postgresql",
                      "primaryUpdateMethod",
                      "replicationSlots",
                      "resources",
                      "switchoverDelay")),
              Map.entry("spec.affinity", Set.of("podAntiAffinityType")),
              Map.entry(
                  "spec.bootstrap.initdb", Set.of("encoding", "localeCType", "localeCollate")),
              Map.entry("spec.monitoring", Set.of("enablePodMonitor")),
              Map.entry("spec.postgresql", Set.of("parameters", "syncReplicaElectionConstraint")),
              Map.entry("spec.postgresql.parameters", Set.of(ANY)),
              Map.entry("spec.storage", Set.of("resizeInUseVolumes"))),
          "DatabaseRole",
          Map.of("spec", Set.of("ensure")),
          "ExternalSecret",
          Map.of(
              "spec",
              Set.of("refreshInterval"),
              "spec.target.template",
              Set.of("mergePolicy"),
              "spec.data.remoteRef",
              REMOTE,
              "spec.dataFrom.extract",
              REMOTE),
          "LimitRange",
          Map.of(
              "spec.limits", Set.of("defaultRequest"), "spec.limits.defaultRequest", Set.of(ANY)),
          "Password",
          Map.of("spec", Set.of("encoding")));

  private ServerDefaults() {}

  /** The keys that may be added to a map; {@link #ANY} for all. */
  static Set<String> of(String kind, String path) {
    // Of a Job and its pods Kubernetes fills in dozens; what is rendered still holds.
    return kind.equals("Job")
        ? Set.of(ANY)
        : ADDED.getOrDefault(kind, Map.of()).getOrDefault(path, Set.of());
  }

  /** Whether something may be added below a map that is not rendered, or is. */
  static boolean isBelow(String kind, String path) {
    return kind.equals("Job")
        || ADDED.getOrDefault(kind, Map.of()).keySet().stream()
            .anyMatch(added -> added.equals(path) || added.startsWith(path + "."));
  }

  /** What a server may leave out of an object, since nothing means the same. */
  static boolean isDropped(Value value) {
    return switch (value) {
      case Value.Str(Text text) -> text.parts().isEmpty();
      case Value.Num(long number) -> number == 0;
      case Value.Bool(boolean truth) -> !truth;
      case Value.Items(List<Value> items) -> items.isEmpty();
      case Value.Fields(Map<String, Value> entries) -> entries.isEmpty();
      case Value.Absent ignored -> true;
      default -> false;
    };
  }
}
