package dev.mayfly.command;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Facts of a cluster that are not believed, and clones that they speak against. */
class ClusterFactsErrorsTest {
  private static final String DIGEST = "sha256:" + "0".repeat(64);
  private static final String SHA = "2f22765d04931a078909145ca628d2264c852d7d";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> unreadable() {
    return ErrorCase.tests(
        "cluster-facts",
        temp,
        List.of(
            file("empty", ""),
            file("list-of-nothing", "[]\n"),
            file("other-kind", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\"}\n"),
            file("no-items", "{\"apiVersion\": \"v1\", \"kind\": \"List\"}\n"),
            file("deep", "{\"a\":" + "[".repeat(100_000)),
            file("ten-megabytes", "#".repeat(10 << 20)),
            file("aliases", "a: &a [1]\nb: [*a, *a]\n"),
            file("unknown-key", written("    backup: []\n")),
            file("negative-size", snapshot("\"-20Gi\"")),
            file("size-with-exponent", snapshot("\"1e999\"")),
            file("size-of-twenty-digits", snapshot("\"99999999999999999999\"")),
            file("size-with-typo", snapshot("20Kii")),
            file("size-as-number", snapshot("20")),
            file("time-of-no-calendar", written("  observedAt: \"2026-02-30T00:00:00Z\"\n")),
            file("listed-size-with-typo", listed("\"20Kii\"")),
            file("listed-size-as-map", listed("{\"bytes\": 1}")),
            new ErrorCase("no-file", 2, "monolith-overlay", s -> s, args())));
  }

  @TestFactory
  Stream<DynamicTest> refused() {
    return ErrorCase.tests(
        "clone",
        temp,
        List.of(
            clone("smaller-than-the-snapshot", facts -> facts.replace("Size: 20Gi", "Size: 30Gi")),
            clone("larger-on-longhorn", facts -> facts.replace("Size: 20Gi", "Size: 10Gi")),
            clone("other-major", facts -> facts.replace("majorVersion: 17", "majorVersion: 16")),
            clone("separate-wal", facts -> facts.replace("size: 20Gi", "walStorage: true")),
            clone("backup-running", facts -> facts.replace("completed", "running")),
            clone("snapshot-not-ready", facts -> facts.replace("ready: true", "ready: false")),
            clone("no-backups", facts -> facts.replace("cluster: monolith-pg", "cluster: other")),
            clone("longhorn-backup", facts -> facts.replace("{type: snap}", "{}")),
            clone(
                "other-driver",
                facts ->
                    facts.replace(
                        "r: driver.longhorn.io, parameters: {n",
                        "r: rbd.csi.ceph.com, parameters: {n"))));
  }

  private static ErrorCase clone(String name, UnaryOperator<String> change) {
    return new ErrorCase(
        name,
        ExitCode.REFUSED,
        "monolith-overlay",
        s -> s.edit("from: on-demand", "from: latest").write("facts.yaml", change.apply(GOOD)),
        args());
  }

  private static ErrorCase file(String name, String facts) {
    return new ErrorCase(
        name,
        ExitCode.CONFIGURATION,
        "monolith-overlay",
        s -> s.edit("from: on-demand", "from: latest").write("facts.yaml", facts),
        args());
  }

  private static String[] args() {
    return new String[] {
      "render",
      "preview",
      "--pr",
      "7",
      "--sha",
      SHA,
      "--image",
      "app@" + DIGEST,
      "--facts",
      "facts.yaml"
    };
  }

  private static String written(String more) {
    return """
    apiVersion: mayfly.dev/v1alpha1
    kind: ClusterFacts
    metadata:
      name: production
    spec:
    """
        + more;
  }

  private static String snapshot(String size) {
    return written(
        "  snapshots:\n    - {namespace: monolith, name: nightly, restoreSize: " + size + "}\n");
  }

  private static String listed(String size) {
    return """
    {"apiVersion": "v1", "kind": "List", "items": [
      {"apiVersion": "snapshot.storage.k8s.io/v1", "kind": "VolumeSnapshot",
       "metadata": {"name": "nightly", "namespace": "monolith"},
       "status": {"restoreSize": %s, "anything": ["else"]}}]}
    """
        .formatted(size);
  }

  private static final String GOOD =
      written(
          """
            observedAt: "2026-03-10T08:00:00Z"
            backups:
              - {namespace: monolith, name: nightly, cluster: monolith-pg, phase: completed, stoppedAt: "2026-03-10T03:00:00Z"}
            snapshots:
              - {namespace: monolith, name: nightly, backup: nightly, restoreSize: 20Gi, ready: true, class: longhorn-snap, majorVersion: 17}
            clusters:
              - {namespace: monolith, name: monolith-pg, size: 20Gi}
            storageClasses:
              - {name: longhorn-previews, provisioner: driver.longhorn.io, parameters: {numberOfReplicas: "1"}}
            snapshotClasses:
              - {name: longhorn-snap, driver: driver.longhorn.io, parameters: {type: snap}}
          """);
}
