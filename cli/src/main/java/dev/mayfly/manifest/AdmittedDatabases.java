package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.KIND;
import static dev.mayfly.manifest.AdmissionVariables.OBJECT;
import static dev.mayfly.manifest.AdmissionVariables.ifKind;
import static dev.mayfly.manifest.AdmissionVariables.listIn;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Database objects that a bundle brings because the admin lets it; those of the overlay are held to
 * what is rendered. A Cluster of the bundle's own starts empty, keeps to itself and runs with what
 * its spec says here and nothing else.
 */
final class AdmittedDatabases {
  static final String OPERATOR = "postgresql.cnpg.io";
  private static final String CLUSTER = OPERATOR + "/Cluster";

  private static final List<String> CLUSTER_FIELDS =
      List.of(
          "affinity",
          "bootstrap",
          "description",
          "enablePDB",
          "enableSuperuserAccess",
          "failoverDelay",
          "imageName",
          "inheritedMetadata",
          "instances",
          "logLevel",
          "managed",
          "maxSyncReplicas",
          "minSyncReplicas",
          "monitoring",
          "postgresGID",
          "postgresUID",
          "postgresql",
          "primaryUpdateMethod",
          "primaryUpdateStrategy",
          "replicationSlots",
          "resources",
          "smartShutdownTimeout",
          "startDelay",
          "stopDelay",
          "storage",
          "switchoverDelay",
          "walStorage");

  private static final List<String> INITDB_FIELDS =
      List.of(
          "database",
          "dataChecksums",
          "encoding",
          "locale",
          "localeCType",
          "localeCollate",
          "owner",
          "postInitApplicationSQL");

  private AdmittedDatabases() {}

  static Map<String, Expression> checks(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    if (overlay.blueprint().platform().namespace().isShared()) {
      checks.put("in a shared namespace a preview has its own database only", own(overlay));
    } else {
      checks.putAll(elsewhere(overlay));
    }
    if (!RenderedKinds.isRendered(overlay, OPERATOR, "Cluster")) {
      checks.put(
          "a preview's cluster has one instance, starts empty and keeps to itself",
          ifKind(CLUSTER, cluster(overlay)));
    }
    checks.put(
        "a preview's cluster is not patched behind its spec",
        ifKind(
            CLUSTER,
            OBJECT
                .field("metadata")
                .field("annotations")
                .all(
                    "key",
                    key ->
                        key.in(
                                "cnpg.io/podPatch",
                                "cnpg.io/validation",
                                "cnpg.io/skipEmptyWalArchiveCheck")
                            .not())));
    return checks;
  }

  /** What a namespace of the preview's own can only hold of a Cluster that is there too. */
  private static Map<String, Expression> elsewhere(Overlay overlay) {
    Map<String, Expression> checks = new LinkedHashMap<>();
    if (!RenderedKinds.isRendered(overlay, OPERATOR, "Backup")) {
      Expression spec = OBJECT.field("spec");
      checks.put(
          "a preview takes online volume snapshots only",
          ifKind(
              OPERATOR + "/Backup",
              spec.field("method").eq("volumeSnapshot").and(spec.field("online"))));
    }
    if (!RenderedKinds.isRendered(overlay, OPERATOR, "DatabaseRole")) {
      Expression spec = OBJECT.maybe("spec");
      checks.put(
          "a preview's role has no power over others",
          ifKind(
              OPERATOR + "/DatabaseRole",
              lacks(spec, "superuser", "replication", "createrole", "createdb", "bypassrls")
                  .and(Expressions.isEmpty(listIn(spec, "inRoles")))));
    }
    return checks;
  }

  /**
   * Beside production an object of the operator could name production's cluster. The kinds that are
   * rendered are held to what is rendered; a Cluster of the bundle's own names itself only.
   */
  private static Expression own(Overlay overlay) {
    Set<String> kinds = new TreeSet<>();
    overlay.objects().stream()
        .filter(object -> object.group().equals(OPERATOR))
        .forEach(object -> kinds.add(OPERATOR + "/" + object.kind()));
    kinds.add(CLUSTER);
    return KIND.call("startsWith", OPERATOR + "/").not().or(KIND.in(kinds));
  }

  private static Expression cluster(Overlay overlay) {
    Expression spec = OBJECT.field("spec");
    Expression maybe = OBJECT.maybe("spec");
    Expression bootstrap = maybe.maybe("bootstrap");
    Expression managed = maybe.maybe("managed");
    Expression empty = new Expression.Entries(Map.of());
    return Expressions.all(
        spec.field("instances").eq(Expressions.of(1)),
        only(spec, CLUSTER_FIELDS),
        maybe.maybe("enableSuperuserAccess").orElse(Expression.FALSE).not(),
        AdmittedPods.isPinned(overlay, spec.field("imageName")),
        only(bootstrap.orElse(empty), List.of("initdb")),
        only(bootstrap.maybe("initdb").orElse(empty), INITDB_FIELDS),
        only(managed.orElse(empty), List.of("roles", "services")),
        only(managed.maybe("services").orElse(empty), List.of("disabledDefaultServices")),
        listIn(managed, "roles").all("role", role -> lacks(role, "superuser", "replication")));
  }

  private static Expression lacks(Expression role, String... powers) {
    return Expressions.all(
        Stream.of(powers).map(power -> role.maybe(power).orElse(Expression.FALSE).not()).toList());
  }

  private static Expression only(Expression map, List<String> keys) {
    return map.all("key", key -> key.in(keys));
  }
}
