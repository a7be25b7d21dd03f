package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where admins let through what is undecided, every output says so. */
class LoweredProofTest {
  private static final String SAID = "what is undecided about a bundle is let through";
  private static final String BUNDLE = "primitives/service/orders/deploy/";

  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    StubPull pull = world.pull(7);
    String kustomization = world.source.text(pull.sha, BUNDLE + "kustomization.yaml");
    pull.sha =
        world.source.commit(
            "change-7", Map.of(BUNDLE + "kustomization.yaml", kustomization + "\nvars: []\n"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void lower() {
    world.editPlatform(
        text -> text.replace("  admission:\n", "  admission:\n    undecided: warn\n"));
  }

  @Test
  void undecidedRefusesInANamespaceOfItsOwnToo() {
    CommandLineRun run = world.open(7);
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("error[undecided]: `vars` is left to kustomize");
    assertThat(run.out() + run.err()).doesNotContain(SAID);
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void openSaysThatItWasLowered() {
    lower();
    CommandLineRun text = world.open(7);
    assertThat(text.code()).as(text.err()).isZero();
    assertThat(text.out()).startsWith("opened: orders#7").contains(SAID);
    assertThat(text.err()).contains("warning[undecided]", "warning[undecided-lowered]: " + SAID);
    assertThat(world.open(7, "-o", "json").out()).contains("\"reason\": \"" + SAID);
    assertThat(world.app().comments).singleElement().extracting("body").asString().contains(SAID);
  }

  @Test
  void admitSaysThatItWasLowered() {
    lower();
    for (String format : new String[] {"text", "json", "markdown"}) {
      CommandLineRun run = world.admit(7, "-o", format);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).contains("proven at commit", ", but " + SAID);
    }
  }

  @Test
  void lintSaysThatItWasLowered() throws IOException {
    lower();
    Files.writeString(
        world.directory.resolve("mayfly.yaml"), world.gitops.text("main", "mayfly.yaml"));
    Path bundle = Examples.HOME.resolve("primitives/source").resolve(BUNDLE).toAbsolutePath();
    for (String format : new String[] {"text", "json", "sarif", "markdown"}) {
      CommandLineRun run =
          CommandLineRun.of(world.directory, "lint", "--bundle", bundle.toString(), "-o", format);
      assertThat(run.code()).as(run.out() + run.err()).isZero();
      assertThat(run.out()).contains(SAID);
    }
  }
}
