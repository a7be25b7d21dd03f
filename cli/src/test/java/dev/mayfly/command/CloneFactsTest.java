package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What facts of the cluster do to a preview that is opened, and to one that is there. */
class CloneFactsTest {
  private static final String NEWER =
      """
        - {namespace: databases, name: newer, cluster: shared-pg, phase: completed, stoppedAt: "2026-03-11T03:00:00Z", majorVersion: 17}
      """;

  @TempDir Path temp;

  @Test
  void latestIsChosenOnceAndKept() {
    try (DeliveryWorld world = world()) {
      Path facts = facts("older", "");
      StubPull pull = world.pull(1);
      CommandLineRun opened = world.open(1, "--facts", facts.toString());
      assertThat(opened.code()).as(opened.err()).isZero();
      assertThat(opened.err()).contains("unverifiable: the drivers of volume and snapshot");
      assertThat(recovery(world)).contains("name: older");

      facts("older", NEWER);
      world.push(pull);
      CommandLineRun updated = world.open(1, "--facts", facts.toString());
      assertThat(updated.out()).startsWith("updated");
      assertThat(recovery(world)).contains("name: older");

      world.push(pull);
      assertThat(world.open(1).out()).startsWith("updated");
      assertThat(recovery(world)).contains("name: older");
    }
  }

  @Test
  void whatSpeaksAgainstANewCloneLeavesOneThatIsThereAlone() {
    try (DeliveryWorld world = world()) {
      Path facts = facts("older", "");
      StubPull pull = world.pull(1);
      world.pull(2);
      assertThat(world.open(1, "--facts", facts.toString()).code()).isZero();
      facts("older", NEWER.replace("newer", "grown").replace("17", "18"));
      CommandLineRun refused = world.open(2, "--facts", facts.toString());
      assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(refused.err())
          .contains("clone-major")
          .contains("PostgreSQL 17 on data of PostgreSQL 18");
      assertThat(world.hasOverlay(2)).isFalse();
      world.push(pull);
      assertThat(world.open(1, "--facts", facts.toString()).code()).isZero();
    }
  }

  private DeliveryWorld world() {
    DeliveryWorld world = DeliveryWorld.pushing(temp);
    world.editPlatform(text ->
        text.replace(
            "        mode: shared\n",
            "        mode: clone\n        name: orders\n        owner: orders\n"
                + "        snapshot: {from: latest, class: snap}\n"
                + "        storage: {class: fast, size: 20Gi}\n"
                + "        image: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:"
                + "a".repeat(64)
                + "\n"));
    return world;
  }

  private Path facts(String name, String more) {
    Path file = temp.resolve("facts.yaml");
    String text =
        """
        apiVersion: mayfly.dev/v1alpha1
        kind: ClusterFacts
        metadata: {name: production}
        spec:
          observedAt: "2026-03-11T08:00:00Z"
          clusters: [{namespace: databases, name: shared-pg, size: 20Gi}]
          backups:
        """
            + NEWER.replace("newer", name).replace("11T03", "10T03").indent(2)
            + (more.isEmpty() ? "" : more.indent(2));
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String recovery(DeliveryWorld world) {
    return world.gitops.text("main", "previews/orders/pr-1/database-cluster.yaml");
  }
}
