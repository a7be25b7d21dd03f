package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GoldenFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every state in which a cluster can hold something of a preview, word for word. */
class LeaksTest extends LeakStates {
  private static final String GOING = "\"deletionTimestamp\":\"2026-11-22T06:29:00Z\",";

  private static final String OF_SNAPSHOT =
      "\"spec\":{\"deletionPolicy\":\"Retain\",\"volumeSnapshotRef\":{\"namespace\":\"%s\",\"name\":\"a\"}}";

  /** What a live preview and one that is gone have; only what the second has leaks. */
  private static Map<String, UnaryOperator<ClusterDump>> states() {
    Map<String, UnaryOperator<ClusterDump>> states = new TreeMap<>();
    states.put(
        "application-left",
        dump ->
            dump.labelled(41, APPLICATION, "argocd/orders-pr-41", FINALIZER, "")
                .labelled(7, APPLICATION, "argocd/orders-pr-7", FINALIZER, "")
                .object(
                    "v1 Secret",
                    "databases/orders-pr-41",
                    "\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"orders-pr-41:/Secret:databases/orders-pr-41\"}",
                    ""));
    states.put(
        "application-left-without-finalizer",
        dump ->
            dump.labelled(41, APPLICATION, "argocd/orders-pr-41", "", "")
                .object(
                    "v1 Secret",
                    "databases/orders-pr-41",
                    "\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"orders-pr-41:/Secret:databases/orders-pr-41\"}",
                    ""));
    states.put(
        "application-hangs-error",
        dump ->
            dump.project(",\"namespaceResourceWhitelist\":[{\"group\":\"*\",\"kind\":\"*\"}]")
                .labelled(
                    41,
                    APPLICATION,
                    "argocd/orders-pr-41",
                    GOING + FINALIZER,
                    "\"spec\":{\"project\":\"primitives-previews\"},\"status\":{\"conditions\":[{\"type\":\"ComparisonError\",\"message\":\"cannot render\"},{\"type\":\"DeletionError\",\"message\":\"cluster \\\"https://10.0.0.1\\\" not found\\n::error::x\"}]}"));
    states.put(
        "application-hangs-sync",
        dump ->
            dump.labelled(
                41,
                APPLICATION,
                "argocd/orders-pr-41",
                GOING + FINALIZER,
                "\"status\":{\"operationState\":{\"phase\":\"Running\"}}"));
    states.put(
        "application-hangs-project-gone",
        dump ->
            dump.labelled(
                41,
                APPLICATION,
                "argocd/orders-pr-41",
                GOING + FINALIZER,
                "\"spec\":{\"project\":\"older-previews\"}"));
    states.put(
        "application-hangs-not-permitted",
        dump ->
            dump.project(
                    ",\"destinations\":[{\"server\":\"https://kubernetes.default.svc\",\"namespace\":\"pr-[0-9]*-orders\"}],\"namespaceResourceWhitelist\":[{\"group\":\"\",\"kind\":\"Service\"}],\"clusterResourceWhitelist\":[{\"group\":\"\",\"kind\":\"Namespace\",\"name\":\"pr-[0-9]*-orders\"}]")
                .labelled(
                    41,
                    APPLICATION,
                    "argocd/orders-pr-41",
                    GOING + FINALIZER,
                    "\"spec\":{\"project\":\"primitives-previews\",\"destination\":{\"server\":\"https://kubernetes.default.svc\",\"namespace\":\"pr-41-orders\"}},\"status\":{\"resources\":["
                        + "{\"version\":\"v1\",\"kind\":\"Service\",\"namespace\":\"databases\",\"name\":\"orders\"},"
                        + "{\"version\":\"v1\",\"kind\":\"Namespace\",\"name\":\"pr-41-orders\"},"
                        + "{\"version\":\"v1\",\"kind\":\"Service\",\"namespace\":\"pr-41-orders\",\"name\":\"orders\"},"
                        + "{\"group\":\"batch\",\"version\":\"v1\",\"kind\":\"CronJob\",\"namespace\":\"pr-41-orders\",\"name\":\"orders\"}]}"));
    states.put(
        "application-hangs-hook",
        dump ->
            dump.labelled(
                41,
                APPLICATION,
                "argocd/orders-pr-41",
                GOING + "\"finalizers\":[\"post-delete-finalizer.argocd.argoproj.io\"]",
                ""));
    states.put(
        "namespace-left",
        dump ->
            dump.labelled(41, "v1 Namespace", "pr-41-orders", "", "")
                .labelled(7, "v1 Namespace", "pr-7-orders", "", "")
                .labelled(41, "v1 Secret", "pr-41-orders/object-store", "", "")
                .object("v1 Secret", "pr-41-orders/default-token", "", ""));
    states.put(
        "namespace-left-by-name",
        dump ->
            dump.object("v1 Namespace", "pr-41-orders", "", "")
                .object("v1 Namespace", "pr-041-orders", "", "")
                .object("v1 Namespace", "pr-41-orders-tools", "", "")
                .object("v1 Namespace", "pr-9999999999-orders", "", ""));
    states.put(
        "namespace-hangs",
        dump ->
            dump.labelled(
                41,
                "v1 Namespace",
                "pr-41-orders",
                "\"deletionTimestamp\":\"2026-11-12T06:29:00Z\"",
                "\"status\":{\"phase\":\"Terminating\",\"conditions\":[{\"type\":\"NamespaceDeletionDiscoveryFailure\",\"status\":\"False\",\"message\":\"All resources successfully discovered\"},{\"type\":\"NamespaceFinalizersRemaining\",\"status\":\"True\",\"message\":\"Some content in the namespace has finalizers remaining: cnpg.io/deleteDatabase in 1 resource instances\"}]}"));
    states.put(
        "going",
        dump ->
            dump.labelled(
                    41,
                    "v1 Namespace",
                    "pr-41-orders",
                    "\"deletionTimestamp\":\"2026-11-22T09:28:00Z\"",
                    "")
                .labelled(41, "v1 Secret", "pr-41-orders/object-store", "", ""));
    states.put(
        "databases-left",
        dump ->
            dump.labelled(
                    41,
                    "postgresql.cnpg.io/v1 Database",
                    "databases/orders-pr-41",
                    "",
                    "\"spec\":{\"databaseReclaimPolicy\":\"delete\"}")
                .labelled(
                    41,
                    "postgresql.cnpg.io/v1 DatabaseRole",
                    "databases/orders-pr-41",
                    "",
                    "\"spec\":{\"databaseRoleReclaimPolicy\":\"retain\"}")
                .labelled(
                    41, "external-secrets.io/v1 ExternalSecret", "databases/orders-pr-41", "", "")
                .object(
                    "v1 Secret",
                    "databases/orders-pr-41",
                    "\"ownerReferences\":[{\"uid\":\"ExternalSecret-databases/orders-pr-41\"}],\"labels\":{\"mayfly.dev/platform\":\"primitives\",\"mayfly.dev/app\":\"orders\",\"mayfly.dev/pull-request\":\"41\"}",
                    ""));
    states.put(
        "database-hangs",
        dump ->
            dump.labelled(
                7,
                "postgresql.cnpg.io/v1 Database",
                "databases/orders-pr-7",
                GOING + "\"finalizers\":[\"cnpg.io/deleteDatabase\"]",
                "\"status\":{\"message\":\"waiting for the cluster\"}"));
    states.put(
        "volumes-left",
        dump ->
            dump.object(
                    "v1 PersistentVolume",
                    "pvc-1",
                    "",
                    "\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\",\"claimRef\":{\"namespace\":\"pr-7-orders\",\"name\":\"cache\"}},\"status\":{\"phase\":\"Released\"}")
                .object(
                    "v1 PersistentVolume",
                    "pvc-2",
                    "",
                    "\"spec\":{\"claimRef\":{\"namespace\":\"pr-7-orders\",\"name\":\"cache\"}},\"status\":{\"phase\":\"Bound\"}")
                .object(
                    "v1 PersistentVolume",
                    "pvc-3",
                    "",
                    "\"spec\":{\"claimRef\":{\"namespace\":\"kafka\",\"name\":\"cache\"}},\"status\":{\"phase\":\"Released\"}"));
    states.put(
        "snapshot-contents-of-own-namespaces",
        dump ->
            dump.labelled(7, "v1 Namespace", "pr-7-orders", "", "")
                .object(CONTENT, "snapcontent-7", "", OF_SNAPSHOT.formatted("pr-7-orders"))
                .object(CONTENT, "snapcontent-8", "", OF_SNAPSHOT.formatted("pr-8-orders")));
    states.put(
        "in-a-namespace-that-stays",
        dump ->
            dump.labelled(7, "v1 Namespace", "pr-7-orders", "", "")
                .labelled(41, "v1 Service", "pr-7-orders/orders", "", ""));
    states.put(
        "copied-tracking-id",
        dump ->
            dump.object(
                    "v1 Secret",
                    "databases/copy",
                    "\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"orders-pr-41:/Secret:databases/orders-pr-41\"}",
                    "")
                .object(
                    "v1 Secret",
                    "databases/own",
                    "\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"argocd_orders-pr-41:/Secret:databases/own\"}",
                    ""));
    states.put(
        "another-platform",
        dump ->
            dump.object(
                "v1 Namespace",
                "pr-41-orders",
                "\"labels\":{\"mayfly.dev/platform\":\"homelab\",\"mayfly.dev/app\":\"orders\",\"mayfly.dev/pull-request\":\"41\"}",
                ""));
    states.put("not-listed", dump -> dump.without("namespace").without("persistentvolume"));
    states.put("live", dump -> dump.labelled(7, "v1 Namespace", "pr-7-orders", "", ""));
    return states;
  }

  @TestFactory
  Stream<DynamicTest> everyState() {
    return goldens(Path.of("cli", "leaks"), states());
  }

  @Test
  void everyGoldenHasItsState() {
    assertThat(GoldenFiles.files(Path.of("golden", "cli", "leaks")))
        .containsAll(states().keySet().stream().map(name -> name + ".txt").toList());
  }
}
