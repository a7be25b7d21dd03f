package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A database that would not come up, not be reached, or not be safe. */
class DatabaseErrorsTest {
  private static final String CLONE = "monolith-overlay";
  private static final String SHARED_DATABASE = "primitives";
  private static final String CREDENTIALS =
      "        credentials: {store: preview-db, kind: ClusterSecretStore}\n";
  private static final String SNAPSHOT = "snapshot: {from: on-demand, class: longhorn-snap}";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> refused() {
    return ErrorCase.tests(
        "database",
        temp,
        List.of(
            platform("clone-without-credentials", CLONE, CREDENTIALS, ""),
            platform("shared-without-credentials", SHARED_DATABASE, CREDENTIALS, ""),
            platform(
                "shared-beside-the-preview-without-credentials",
                SHARED_DATABASE,
                scenario ->
                    scenario
                        .edit("strategy: manifest", "strategy: shared\n    name: databases")
                        .edit("kind: kustomize", "kind: helm")
                        .edit(CREDENTIALS, "")),
            platform(
                "credentials-of-a-namespace-to-be",
                SHARED_DATABASE,
                "kind: ClusterSecretStore",
                "kind: SecretStore"),
            platform("request-over-default-limit", SHARED_DATABASE, DatabaseErrorsTest::ephemeral),
            platform(
                "cluster-named-as-the-release",
                SHARED_DATABASE,
                scenario ->
                    ephemeral(scenario)
                        .edit("kind: kustomize", "kind: helm")
                        .edit("512Mi", "128Mi")),
            platform(
                "cluster-elsewhere",
                CLONE,
                "mode: clone",
                "mode: clone\n        namespace: previews"),
            platform(
                "snapshot-elsewhere",
                CLONE,
                "class: longhorn-snap}",
                "class: longhorn-snap, namespace: previews}"),
            platform("owner-disabled", CLONE, "[metrics]", "[metrics, monolith]"),
            platform(
                "request-over-limit",
                CLONE,
                "requests: {memory: 512Mi}\n",
                "requests: {memory: 2Gi}\n"),
            platform(
                "image-by-tag",
                CLONE,
                "@sha256:a942b37ccfaf5a813b1432caa209a43b9d144e47ad0de1549c289c253e556cd5",
                ""),
            platform("image-without-tag", CLONE, "postgresql:17.5@", "postgresql@"),
            platform(
                "schedule-of-a-cluster-with-a-long-name",
                CLONE,
                scenario ->
                    scenario
                        .edit("source: monolith-pg", "source: monolith-pg" + "-long".repeat(7))
                        .edit(
                            "{from: on-demand, class: longhorn-snap}",
                            "{from: latest, class: longhorn-snap, schedule: 0 0 3 * * *}")),
            platform(
                "retention-without-schedule",
                CLONE,
                "{from: on-demand, class: longhorn-snap}",
                "{from: latest, class: longhorn-snap, keepDays: 7}"),
            platform("no-snapshot", CLONE, "        " + SNAPSHOT + "\n", ""),
            platform("named-without-name", CLONE, SNAPSHOT, "snapshot: {from: named}"),
            platform("unknown-mode", CLONE, "mode: clone", "mode: clones"),
            platform(
                "field-of-another-mode",
                SHARED_DATABASE,
                "mode: shared",
                "mode: shared\n        snapshot: {from: latest}")));
  }

  private static Scenario ephemeral(Scenario scenario) {
    return scenario
        .edit("mode: shared", "mode: ephemeral")
        .edit("        source: shared-pg\n        sourceNamespace: databases\n", "")
        .edit(
            CREDENTIALS,
            "        name: orders\n        owner: orders\n        storage: {size: 1Gi}\n        requests: {memory: 512Mi}\n        image: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:"
                + "a".repeat(64)
                + "\n");
  }
}
