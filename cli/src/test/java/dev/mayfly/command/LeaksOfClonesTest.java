package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.manifest.YamlDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What clones of a production database leave: backups, snapshots and what lies behind them. */
class LeaksOfClonesTest {
  private static final String CLUSTER = "postgresql.cnpg.io/v1 Cluster";
  private static final String BACKUP = "postgresql.cnpg.io/v1 Backup";
  private static final String SNAPSHOT = "snapshot.storage.k8s.io/v1 VolumeSnapshot";
  private static final String CONTENT = "snapshot.storage.k8s.io/v1 VolumeSnapshotContent";
  private static final String OF_41 =
      "\"labels\":{\"cnpg.io/backupName\":\"monolith-pg-pr-41\",\"cnpg.io/cluster\":\"monolith-pg\"}";

  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    world.platform(YamlDraft.example("monolith-overlay").text());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static ClusterDump dump(String project) {
    return new ClusterDump()
        .add(
            """
            {"apiVersion":"argoproj.io/v1alpha1","kind":"AppProject",
             "metadata":{"name":"monolith-previews","namespace":"argocd","uid":"project",
              "labels":{"mayfly.dev/platform":"homelab"}},
             "spec":{"sourceRepos":["%s"]}}
            """
                .formatted(project));
  }

  private CommandLineRun leaks(ClusterDump dump, String... more) {
    dump.writeTo(world.directory.resolve("cluster.json"));
    return world.run(
        Stream.concat(Stream.of("leaks", "cluster.json", "--offline"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static ClusterDump empty() {
    return dump("https://github.com/jomcgi/homelab.git");
  }

  private static Map<String, ClusterDump> states() {
    Map<String, ClusterDump> states = new TreeMap<>();
    states.put(
        "clone-left",
        empty()
            .object(CLUSTER, "monolith/monolith-pg", "", "")
            .object(CLUSTER, "monolith/monolith-pg-pr-41", "", "")
            .object(BACKUP, "monolith/monolith-pg-pr-41", "", "")
            .object(
                "v1 PersistentVolumeClaim",
                "monolith/monolith-pg-pr-41-1",
                "\"labels\":{\"cnpg.io/cluster\":\"monolith-pg-pr-41\"},\"ownerReferences\":[{\"uid\":\"Cluster-monolith/monolith-pg-pr-41\"}]",
                "")
            .object(
                SNAPSHOT,
                "monolith/monolith-pg-pr-41",
                OF_41 + ",\"ownerReferences\":[{\"uid\":\"Backup-monolith/monolith-pg-pr-41\"}]",
                ""));
    states.put(
        "snapshots-left",
        empty()
            .object(CLUSTER, "monolith/monolith-pg", "", "")
            .object(SNAPSHOT, "monolith/monolith-pg-pr-41", OF_41, "")
            .object(
                SNAPSHOT,
                "monolith/monolith-pg-pr-41-wal",
                OF_41 + ",\"ownerReferences\":[{\"uid\":\"Cluster-monolith/monolith-pg\"}]",
                "")
            .object(
                CONTENT,
                "snapcontent-1",
                "",
                "\"spec\":{\"deletionPolicy\":\"Delete\",\"volumeSnapshotRef\":{\"namespace\":\"monolith\",\"name\":\"monolith-pg-pr-41\"}}")
            .object(
                CONTENT,
                "snapcontent-2",
                "",
                "\"spec\":{\"deletionPolicy\":\"Retain\",\"volumeSnapshotRef\":{\"namespace\":\"monolith\",\"name\":\"monolith-pg-pr-40\"}}")
            .object(
                CONTENT,
                "snapcontent-3",
                "",
                "\"spec\":{\"deletionPolicy\":\"Retain\",\"volumeSnapshotRef\":{\"namespace\":\"monolith\",\"name\":\"nightly\"}}"));
    states.put(
        "clone-volume-left",
        empty()
            .object(
                "v1 PersistentVolume",
                "pvc-1",
                "",
                "\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\",\"claimRef\":{\"namespace\":\"monolith\",\"name\":\"monolith-pg-pr-41-1\"}},\"status\":{\"phase\":\"Released\"}")
            .object(
                "v1 PersistentVolume",
                "pvc-2",
                "",
                "\"spec\":{\"claimRef\":{\"namespace\":\"monolith\",\"name\":\"monolith-pg-1\"}},\"status\":{\"phase\":\"Released\"}"));
    return states;
  }

  @TestFactory
  Stream<DynamicTest> everyState() {
    return states().entrySet().stream()
        .map(state ->
            DynamicTest.dynamicTest(
                state.getKey(),
                () ->
                    GoldenFiles.verifyFile(
                        Path.of("cli", "leaks", "clones", state.getKey() + ".txt"),
                        leaks(state.getValue()).transcript("leaks", "cluster.json", "--offline"))));
  }

  private static String record() {
    try {
      return Files.readString(
          Path.of("golden/monolith-overlay/previews/monolith/pr-7/preview.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClusterDump backup(ClusterDump dump, String name, String day, String more) {
    return dump.object(
        BACKUP,
        "monolith/monolith-pg-previews-" + name,
        "\"labels\":{\"cnpg.io/scheduled-backup\":\"monolith-pg-previews\"},\"creationTimestamp\":\"2026-11-"
            + day
            + "T03:00:00Z\"",
        "\"status\":{\"phase\":\"" + more + "\",\"stoppedAt\":\"2026-11-" + day + "T03:05:00Z\"}");
  }

  /** Neither the newest, nor one that a preview was made from, nor one of another schedule. */
  @Test
  void oldBackupsOfTheScheduleAreListed() {
    String latest = "{from: latest, class: longhorn-snap, schedule: 0 0 3 * * *, keepDays: 7}";
    world.platform(
        YamlDraft.example("monolith-overlay").with("spec.apps.0.database.snapshot", latest).text());
    world.gitops.commit(
        "main",
        Map.of(
            "previews/monolith/pr-7/preview.yaml",
            record()
                .replaceFirst(
                    "(?m)^spec:\n",
                    "spec:\n  database:\n    backup: monolith-pg-previews-used\n")));
    ClusterDump cluster = empty();
    backup(cluster, "old", "01", "completed");
    backup(cluster, "failed", "02", "failed");
    backup(cluster, "used", "03", "completed");
    backup(cluster, "eighth", "14", "completed");
    backup(cluster, "seventh", "15", "completed");
    backup(cluster, "last", "16", "completed");
    backup(cluster, "running", "22", "running");
    cluster.object(
        BACKUP,
        "monolith/nightly-1",
        "\"labels\":{\"cnpg.io/scheduled-backup\":\"nightly\"},\"creationTimestamp\":\"2026-01-01T03:00:00Z\"",
        "");
    GoldenFiles.verifyFile(
        Path.of("cli", "leaks", "old-backups.txt"),
        leaks(cluster).transcript("leaks", "cluster.json", "--offline"));
  }

  /** Where Argo CD's generator makes the previews, its Applications say which there are. */
  @Test
  void ofTheGeneratorsPreviewsThoseWithoutAnApplicationLeak() {
    world.platform(YamlDraft.example("monolith").text());
    ClusterDump cluster =
        empty()
            .object("argoproj.io/v1alpha1 Application", "argocd/monolith-pr-7", "", "")
            .object(BACKUP, "monolith/monolith-pg-pr-7", "", "")
            .object(BACKUP, "monolith/monolith-pg-pr-41", "", "")
            .object(
                "v1 Secret",
                "monolith/key",
                "\"labels\":{\"app.kubernetes.io/instance\":\"monolith-pr-42\"}",
                "")
            .object(
                "v1 Secret",
                "monolith/key-2",
                "\"labels\":{\"app.kubernetes.io/instance\":\"monolith\"}",
                "");
    GoldenFiles.verifyFile(
        Path.of("cli", "leaks", "generator.txt"),
        leaks(cluster).transcript("leaks", "cluster.json", "--offline"));
    assertThat(leaks(empty()).out()).contains("[not-looked-at]").doesNotContain("[leaked");
  }

  @Test
  void theScriptAsksForSnapshotsAndTheirContents() {
    GoldenFiles.verifyFile(
        Path.of("cli", "leaks", "ask-clones.txt"), world.run("leaks", "--ask").out());
  }
}
