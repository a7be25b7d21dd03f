package dev.mayfly.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What looks like something else at first: it is told of where it leaks, and nowhere else. */
class LeaksInDoubtTest extends LeakStates {

  private static String going(String since) {
    return "\"deletionTimestamp\":\"2026-11-22T" + since + "Z\"";
  }

  private static Map<String, UnaryOperator<ClusterDump>> states() {
    Map<String, UnaryOperator<ClusterDump>> states = new TreeMap<>();
    // Its ApplicationSet owns every Application, and is listed by nobody.
    states.put(
        "application-of-a-set",
        dump ->
            dump.labelled(
                41,
                APPLICATION,
                "argocd/orders-pr-41",
                FINALIZER + ",\"ownerReferences\":[{\"uid\":\"set\"}]",
                ""));
    states.put(
        "application-of-another-argocd",
        dump -> dump.object(APPLICATION, "team/orders-pr-41", FINALIZER, ""));
    // As while a hand-written set still runs, whose names the platform took over.
    states.put(
        "named-alike",
        dump ->
            dump.object(
                    APPLICATION,
                    "argocd/orders-pr-41",
                    FINALIZER,
                    "\"spec\":{\"project\":\"storefront\"}")
                .object("v1 ConfigMap", "pr-42-orders/settings", "", "")
                .object(
                    "v1 Namespace",
                    "pr-42-orders",
                    "\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"shop:/Namespace:/pr-42-orders\"}",
                    "")
                .object(
                    "v1 Namespace",
                    "pr-43-orders",
                    "\"labels\":{\"mayfly.dev/platform\":\"other\"}",
                    "")
                .object("v1 ConfigMap", "pr-43-orders/settings", "", ""));
    states.put(
        "application-asked-to-sync",
        dump ->
            dump.labelled(
                41,
                APPLICATION,
                "argocd/orders-pr-41",
                going("06:29:00") + "," + FINALIZER,
                "\"operation\":{\"sync\":{}}"));
    states.put(
        "going-for-a-quarter-of-an-hour",
        dump ->
            dump.labelled(41, "v1 Service", "databases/early", going("09:14:01"), "")
                .labelled(41, "v1 Service", "databases/late", going("09:14:00"), ""));
    states.put(
        "volume-that-failed",
        dump ->
            dump.object(
                "v1 PersistentVolume",
                "pvc-1",
                "",
                "\"spec\":{\"persistentVolumeReclaimPolicy\":\"Delete\",\"claimRef\":{\"namespace\":\"pr-7-orders\",\"name\":\"cache\"}},\"status\":{\"phase\":\"Failed\"}"));
    states.put(
        "in-a-namespace-that-goes",
        dump ->
            dump.labelled(7, "v1 Namespace", "pr-7-orders", going("09:28:00"), "")
                .labelled(41, "v1 Service", "pr-7-orders/orders", "", ""));
    states.put(
        "content-where-namespaces-are-not-listed",
        dump -> dump.without("namespace").object(CONTENT, "content", "", snapshot("pr-7-orders")));
    states.put("project-alone", ClusterDump::withoutLabels);
    states.put(
        "database-that-is-kept",
        dump ->
            dump.labelled(
                41,
                "postgresql.cnpg.io/v1 Database",
                "databases/orders-pr-41",
                "",
                "\"spec\":{\"databaseReclaimPolicy\":\"retain\"}"));
    return states;
  }

  private static String snapshot(String namespace) {
    return "\"spec\":{\"deletionPolicy\":\"Retain\",\"volumeSnapshotRef\":{\"namespace\":\"%s\",\"name\":\"a\"}}"
        .formatted(namespace);
  }

  @TestFactory
  Stream<DynamicTest> everyState() {
    return goldens(Path.of("cli", "leaks", "doubt"), states());
  }
}
