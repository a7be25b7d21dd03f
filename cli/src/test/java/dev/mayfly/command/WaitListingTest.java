package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judging what {@code kubectl get -o json} printed, once. */
class WaitListingTest {
  @TempDir Path temp;
  private WaitWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new WaitWorld(temp);
    world.env.clear();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static String list(String... items) {
    return "{\"apiVersion\": \"v1\", \"items\": ["
        + String.join(",", items)
        + "], \"kind\": \"List\", \"metadata\": {\"resourceVersion\": \"\"}}";
  }

  private CommandLineRun judged(String text) throws IOException {
    Files.writeString(temp.resolve("applications.json"), text);
    return world.run("--applications", "applications.json");
  }

  @Test
  void oneOfManyIsJudged() throws IOException {
    ShownApplication elsewhere = ShownApplication.degraded();
    elsewhere.namespace = "other-argocd";
    ShownApplication other = ShownApplication.degraded();
    other.name = "orders-pr-70";
    String all = list(elsewhere.json(), other.json(), ShownApplication.live().json());
    assertThat(judged(all).code()).isZero();
    assertThat(world.reading(all, "--applications", "-").code()).isZero();
    assertThat(judged(ShownApplication.live().json()).code()).isZero();
    assertThat(judged(list() + "\n" + all).code()).isZero();
    String bare =
        ShownApplication.live()
            .json()
            .replace("\"apiVersion\": \"argoproj.io/v1alpha1\", \"kind\": \"Application\",", "");
    assertThat(bare).doesNotContain("argoproj.io");
    assertThat(judged("[" + bare + "]").code()).as("argocd app list").isZero();
    assertThat(judged("{\"metadata\": {}, \"items\": [" + bare + "]}").code()).isZero();
    assertThat(judged("[]").out()).contains("has no Application `orders-pr-7` yet");
  }

  @Test
  void eachStateHasItsExitCode() throws IOException {
    assertThat(
            world
                .golden("listed-failed", judged(list(ShownApplication.syncFailed().json())))
                .code())
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(judged(list(ShownApplication.degraded().json())).code()).isEqualTo(1);
    assertThat(
            world
                .golden("listed-waiting", judged(list(ShownApplication.progressing().json())))
                .code())
        .isEqualTo(ExitCode.REMOTE);
    ShownApplication newer = ShownApplication.live();
    newer.wanted = ShownApplication.NEWER;
    newer.history.add(ShownApplication.SHA);
    assertThat(judged(list(newer.json())).code()).isEqualTo(ExitCode.REFUSED);
    CommandLineRun absent = judged(list());
    assertThat(absent.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(absent.out()).contains("has no Application `orders-pr-7` yet");
  }

  /** Argo CD ends the names of conditions that are errors so, and others with Warning. */
  @Test
  void everyConditionThatIsAnErrorIsOne() throws IOException {
    for (String error : new String[] {"InvalidSpecError", "SyncError", "UnknownError"}) {
      ShownApplication shown = ShownApplication.live();
      shown.conditions.add("{\"type\": \"%s\", \"message\": \"x\"}".formatted(error));
      CommandLineRun run = judged(list(shown.json()));
      assertThat(run.code()).as(error).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.out()).contains("has the condition " + error);
    }
  }

  /** What failed before anything was compared is no failure of this commit. */
  @Test
  void aFailureOfNoCommitIsNoFailureOfThisOne() throws IOException {
    ShownApplication shown = ShownApplication.syncFailed();
    shown.synced = "";
    shown.syncedOverlay = "";
    CommandLineRun run = judged(list(shown.json()));
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("waits for its next sync");
  }

  @Test
  void aListingThatEndsInTheMiddleProvesNothing() throws IOException {
    String all = list(ShownApplication.live().json(), ShownApplication.live().json());
    CommandLineRun run = judged(all.substring(0, all.length() - 300));
    assertThat(world.golden("listed-cut-off", run).code()).isEqualTo(ExitCode.CONFIGURATION);
    for (String nothing :
        new String[] {"", "NAME  SYNC", "[1]", "<html>", "{\"items\": [}", "nul"}) {
      assertThat(judged(nothing).code()).as(nothing).isEqualTo(ExitCode.CONFIGURATION);
    }
    CommandLineRun pods = judged(list("{\"kind\": \"Pod\", \"metadata\": {\"name\": \"x\"}}"));
    assertThat(pods.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(pods.err()).contains("of its 1 objects none is an Application");
  }

  @Test
  void anApplicationOfAnotherClusterIsSaid() throws IOException {
    ShownApplication other = ShownApplication.live();
    other.project = "default";
    assertThat(judged(list(other.json())).err()).contains("error[another-application]");
  }

  /** A hundred megabytes with the one that is asked for last, and the same cut off. */
  @Test
  void aDumpOfManyMegabytesIsReadToItsEnd() throws IOException {
    Path dump = temp.resolve("dump.json");
    String filler =
        ShownApplication.live().json().replace("orders-pr-7", "billing-pr-7") + " ".repeat(60_000);
    try (BufferedWriter out = Files.newBufferedWriter(dump)) {
      out.write("{\"items\": [");
      for (int i = 0; i < 1_600; i++) {
        out.write(filler);
        out.write(',');
      }
      out.write(ShownApplication.live().json());
      out.write("]}");
    }
    assertThat(Files.size(dump)).isGreaterThan(95_000_000L);
    assertThat(world.run("--applications", "dump.json").code()).isZero();
    try (var file = Files.newByteChannel(dump, java.nio.file.StandardOpenOption.WRITE)) {
      file.truncate(90_000_000L);
    }
    CommandLineRun cut = world.run("--applications", "dump.json");
    assertThat(cut.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(cut.err()).contains("ends in the middle of an object");
  }

  @Test
  void oneObjectMayNotCostEverything() throws IOException {
    String deep =
        "{\"kind\": \"Application\", \"status\": " + "[".repeat(200) + "]".repeat(200) + "}";
    assertThat(judged(list(deep)).err()).contains("error[too-large]");
    String wide = "{\"kind\": \"Application\", \"status\": [" + "1,".repeat(600_000) + "1]}";
    assertThat(judged(list(wide)).err()).contains("error[too-large]");
  }
}
