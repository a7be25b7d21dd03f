package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What admins put beside every preview is counted with it: 96Mi requested, 192Mi at most. */
class ExtraCapacityTest {
  @TempDir Path folder;

  private ExampleWorld world(String from, String to) {
    ExampleWorld world = new ExampleWorld("shapes/extra-objects", folder, Map.of());
    String text = world.gitops.text("main", "mayfly.yaml") + "\n";
    assertThat(text).contains(from);
    world.gitops.commit("main", Map.of("mayfly.yaml", text.replace(from, to)));
    return world;
  }

  @Test
  void aCapacityWithoutRoomForThemRefuses() {
    try (ExampleWorld world =
        world("  exposure:\n", "  capacity: {memory: 159Mi}\n  exposure:\n")) {
      CommandLineRun run = world.event("open", "opened");
      assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.err()).contains("160Mi for this one (workload 64Mi, extras 96Mi), of 159Mi");
    }
  }

  @Test
  void statusAndPlanCountThem() {
    try (ExampleWorld world =
        world("  exposure:\n", "  capacity: {memory: 160Mi}\n  exposure:\n")) {
      assertThat(world.event("open", "opened").code()).isEqualTo(ExitCode.FINE);
      assertThat(world.run("status").out()).contains("memory 160Mi of 160Mi");
      String digest = "ghcr.io/acme/web@sha256:" + "ab".repeat(32);
      CommandLineRun plan =
          world.inClone(
              "render",
              "preview",
              "--app",
              "web",
              "--pr",
              "9",
              "--sha",
              "c".repeat(40),
              "--image",
              digest,
              "--plan");
      assertThat(plan.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(plan.err()).containsPattern("extras +96Mi").containsPattern("total +320Mi");
    }
  }

  @Test
  void aQuotaThatOnlyTheBundleFitsRefuses() {
    try (ExampleWorld world = world("limits.memory: 1Gi", "limits.memory: 250Mi")) {
      CommandLineRun run = world.event("open", "opened");
      assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.err()).contains("over-quota", "bundle and overlay take 320Mi");
    }
  }
}
