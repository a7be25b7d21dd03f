package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Argo CD tries a pair of commits once; a retry makes another one that differs in every object. */
class RetriedPushTest {
  private static final String FOLDER = "previews/orders/pr-7/";
  private static final String BRANCH = "mayfly/orders/pr-7";

  @TempDir Path temp;
  private DeliveryWorld world;

  @AfterEach
  void stop() {
    world.close();
  }

  private void pushing() {
    world = DeliveryWorld.pushing(temp);
    world.pull(7);
    assertThat(world.open(7).code()).isZero();
    assertThat(world.open(7).out()).startsWith("unchanged");
  }

  private void proposing() {
    world = DeliveryWorld.proposing(temp);
    world.pull(7);
    assertThat(world.open(7).code()).isZero();
    world.merge(BRANCH);
    assertThat(world.open(7).out()).startsWith("unchanged");
  }

  private String file(String branch, String name) {
    return world.gitops.text(branch, FOLDER + name);
  }

  private void isAttempt(String branch, int attempt) {
    assertThat(file(branch, "preview.yaml")).contains("  attempt: \"" + attempt + "\"");
    assertThat(file(branch, "kustomization.yaml"))
        .endsWith("commonAnnotations:\n  mayfly.dev/attempt: \"" + attempt + "\"");
  }

  /** What {@code verify} finds on main. */
  private CommandLineRun verified() {
    Path clone = temp.resolve("clone" + System.nanoTime());
    world.gitops.run("clone", "-q", "--branch", "main", world.gitopsUrl, clone.toString());
    return CommandLineRun.of(clone, "verify");
  }

  @Test
  void aPreviewThatIsUnchangedIsTriedAgain() {
    pushing();
    CommandLineRun retried = world.open(7, "--retry");
    assertThat(retried.code()).as(retried.err()).isZero();
    assertThat(retried.out()).startsWith("retried: orders#7 in commit ");
    assertThat(world.commits().getFirst())
        .isEqualTo("Retry the preview of orders for pull request 7");
    isAttempt("main", 2);
    assertThat(verified().code()).isZero();
    assertThat(world.open(7).out()).startsWith("unchanged");
    world.open(7, "--retry");
    isAttempt("main", 3);
  }

  @Test
  void nothingElseOfThePreviewDiffers() {
    pushing();
    String before = world.gitops.tip("main");
    world.open(7, "--retry");
    assertThat(world.gitops.run("diff", "--name-only", before, "main").lines())
        .containsExactlyInAnyOrder(FOLDER + "kustomization.yaml", FOLDER + "preview.yaml");
  }

  /** As Argo CD builds it: one object that is in sync would neither be applied nor waited for. */
  @Test
  void everyObjectIsOutOfSync() throws Exception {
    pushing();
    world.open(7, "--retry");
    Path clone = temp.resolve("built");
    world.gitops.run("clone", "-q", "--branch", "main", world.gitopsUrl, clone.toString());
    String built = kustomize(clone.resolve(FOLDER));
    var objects =
        new YamlReader(Budget.ADMIN)
            .read("built", built.getBytes(StandardCharsets.UTF_8))
            .documents();
    assertThat(objects).hasSizeGreaterThan(10);
    assertThat(objects)
        .allMatch(it -> "2".equals(it.textAt("metadata", "annotations", "mayfly.dev/attempt")));
  }

  private static String kustomize(Path folder) throws Exception {
    Process process;
    try {
      process = new ProcessBuilder("kustomize", "build", folder.toString()).start();
    } catch (IOException e) {
      assumeTrue(false, "kustomize is not on the PATH");
      return "";
    }
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }

  /** A commit of the pull request must not make every object differ once more. */
  @Test
  void theAttemptStaysWhenANewerCommitComes() {
    pushing();
    world.open(7, "--retry");
    world.push(world.app().pulls.get(7));
    assertThat(world.open(7).out()).startsWith("updated");
    isAttempt("main", 2);
  }

  @Test
  void theCountOfAttemptsHasAnEndAndGoesOn() {
    pushing();
    world.open(7, "--retry");
    for (String name : new String[] {"preview.yaml", "kustomization.yaml"}) {
      world.gitops.commit(
          "main",
          Map.of(
              FOLDER + name,
              file("main", name).replace("attempt: \"2\"", "attempt: \"999\"") + "\n"));
    }
    assertThat(verified().code()).isZero();
    assertThat(world.open(7, "--retry").out()).startsWith("retried");
    isAttempt("main", 2);
  }

  @Test
  void whatIsNotThereIsOpened() {
    world = DeliveryWorld.pushing(temp);
    world.pull(7);
    assertThat(world.open(7, "--retry").code()).isZero();
    assertThat(file("main", "preview.yaml")).doesNotContain("attempt");
    assertThat(file("main", "kustomization.yaml")).doesNotContain("commonAnnotations");
  }

  @Test
  void aDryRunOnlySaysIt() {
    pushing();
    String tip = world.gitops.tip("main");
    assertThat(world.open(7, "--retry", "--dry-run").out())
        .startsWith("would be retried: orders#7");
    assertThat(world.gitops.tip("main")).isEqualTo(tip);
  }

  @Test
  void aProposedRetryIsOneHoweverOftenItIsAskedFor() {
    proposing();
    CommandLineRun retried = world.open(7, "--retry");
    assertThat(retried.out()).startsWith("retried: orders#7 in commit ").contains("waits for ");
    assertThat(world.open(7, "--retry").out()).startsWith("unchanged");
    isAttempt(BRANCH, 2);
    assertThat(world.openChanges()).isEqualTo(1);
    // An event in between keeps what waits.
    assertThat(world.open(7).code()).isZero();
    isAttempt(BRANCH, 2);
    world.merge(BRANCH);
    assertThat(world.open(7).out()).startsWith("unchanged");
    isAttempt("main", 2);
    world.open(7, "--retry");
    isAttempt(BRANCH, 3);
  }

  @Test
  void aSweepRetriesThePreviewsThatAreNamed() {
    pushing();
    world.pull(8);
    world.open(8);
    String before = world.gitops.tip("main");
    assertThat(world.sync("--retry", "orders#7").out())
        .contains("orders#7: would be retried (Argo CD tries again)")
        .contains("orders#8: kept");
    assertThat(world.gitops.tip("main")).isEqualTo(before);
    CommandLineRun swept = world.sync("--apply", "--offline", "--retry", "orders#7");
    assertThat(swept.code()).as(swept.err()).isZero();
    assertThat(swept.out()).contains("orders#7: retried (Argo CD tries again)");
    isAttempt("main", 2);
    assertThat(world.gitops.run("diff", "--name-only", before, "main").lines())
        .allMatch(path -> path.startsWith(FOLDER));
    assertThat(verified().code()).isZero();
  }

  /** A sweep by the clock would else close the pull request that a person asked for. */
  @Test
  void theNextSweepKeepsARetryThatWaits() {
    proposing();
    CommandLineRun swept = world.sync("--apply", "--retry", "orders#7");
    assertThat(swept.code()).as(swept.err()).isZero();
    isAttempt("mayfly-sync", 2);
    String waiting = world.gitops.tip("mayfly-sync");
    assertThat(world.sync("--apply").out()).contains("orders#7: retried");
    assertThat(world.gitops.tip("mayfly-sync")).isEqualTo(waiting);
    world.merge("mayfly-sync");
    assertThat(world.sync("--apply").out()).contains("orders#7: kept");
    isAttempt("main", 2);
  }

  @Test
  void aClosedPreviewIsRemovedAndNotRetried() {
    pushing();
    StubPull pull = world.app().pulls.get(7);
    pull.state = "closed";
    CommandLineRun swept = world.sync("--apply", "--retry", "orders#7");
    assertThat(swept.code()).as(swept.err()).isZero();
    assertThat(swept.out()).contains("orders#7: removed");
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void aNameThatIsNoPreviewIsSaid() {
    pushing();
    CommandLineRun wrong = world.sync("--retry", "orders/pr-7");
    assertThat(wrong.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(wrong.err())
        .contains("`orders/pr-7`, which names no preview")
        .contains("`orders#7`");
    CommandLineRun absent = world.sync("--retry", "orders#8");
    assertThat(absent.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(absent.err())
        .contains("unknown preview `orders#8`: it is not on the GitOps branch")
        .contains("`orders#7`");
  }

  /** With the generator there is no overlay; what to do instead is said. */
  @Test
  void theGeneratorsPreviewsHaveAnotherWay() {
    world = DeliveryWorld.pushing(temp);
    world.pull(7);
    world.editPlatform(text -> text.replace("delivery: overlay", "delivery: generator"));
    CommandLineRun refused = world.open(7, "--retry");
    assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(refused.err())
        .contains("no overlay can be retried")
        .contains("the next commit to the pull request or to the GitOps branch");
    assertThat(world.sync("--retry", "orders#7").err()).contains("`--retry` says nothing where");
  }
}
