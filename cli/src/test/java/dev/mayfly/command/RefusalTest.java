package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubForge;
import dev.mayfly.forge.StubPull;
import dev.mayfly.git.GitServer;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asked for a preview and gets none reads why, where they asked; nobody else does. */
class RefusalTest {
  @TempDir Path temp;

  private static List<String> comments(DeliveryWorld world, int number) {
    return world.app().comments.stream()
        .filter(comment -> comment.pull() == number)
        .map(StubForge.Comment::body)
        .toList();
  }

  private static void full(DeliveryWorld world) {
    world.editPlatform(text -> text.replace("limit: 5", "limit: 1"));
    world.pull(8);
    assertThat(world.open(8).code()).isZero();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isToldAndForgottenWhenItIsMended(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, DeliveryWorld::push)) {
      full(world);
      StubPull pull = world.pull(7);
      pull.draft = true;
      for (int again = 0; again < 2; again++) {
        assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
        assertThat(comments(world, 7))
            .singleElement()
            .asString()
            .contains("Commit `" + pull.sha.substring(0, 7) + "` gets none:\n\n- ")
            .contains("draft")
            .contains("the one place is taken, by orders#&#8203;8");
        // What CI does after a refusal does not say that it is gone: it never was there.
        assertThat(world.event("close", "synchronize", 7).code()).isZero();
        assertThat(comments(world, 7)).singleElement().asString().contains("gets none");
      }
      pull.draft = false;
      world.app().pulls.get(8).state = "closed";
      world.close(8);
      assertThat(world.open(7).code()).isZero();
      assertThat(comments(world, 7)).singleElement().asString().contains("is delivered");
    }
  }

  @Test
  void isNotToldWhereNobodyAsked() {
    try (DeliveryWorld world = DeliveryWorld.pushing(temp)) {
      full(world);
      StubPull pull = world.pull(7);
      pull.labels.clear();
      assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
      pull.labels.add("preview");
      pull.files.clear();
      pull.files.add("docs/readme.md");
      assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
      pull.state = "closed";
      assertThat(world.open(7).code()).isEqualTo(ExitCode.REFUSED);
      assertThat(comments(world, 7)).isEmpty();
    }
  }

  @Test
  void isToldBySyncToo() {
    try (DeliveryWorld world = DeliveryWorld.pushing(temp)) {
      full(world);
      world.pull(7);
      world.sync();
      assertThat(comments(world, 7)).isEmpty();
      world.sync("--apply");
      assertThat(comments(world, 7)).singleElement().asString().contains("the one place is taken");
    }
  }

  /** To tell of what was merged is a courtesy. */
  @Test
  void aSweepOpensWhatIsMissingAllTheSame() {
    try (DeliveryWorld world = DeliveryWorld.proposing(temp)) {
      world.pull(7);
      world.changes().hidesClosed = true;
      CommandLineRun swept = world.sync("--apply");
      assertThat(swept.code()).as(swept.err()).isZero();
      assertThat(swept.err()).contains("warning[forge-unauthorized]");
      assertThat(swept.out()).contains("orders#7: opened (missing)");
    }
  }

  @Test
  void reachesTheCi() throws IOException {
    try (DeliveryWorld world = DeliveryWorld.pushing(temp)) {
      full(world);
      world.pull(7);
      Path output = temp.resolve("output");
      Path summary = temp.resolve("summary");
      world.env.put("GITHUB_ACTIONS", "true");
      world.env.put("GITHUB_OUTPUT", output.toString());
      world.env.put("GITHUB_STEP_SUMMARY", summary.toString());
      CommandLineRun refused = world.open(7, "-o", "json");
      assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(refused.out())
          .contains("\"result\": \"refused\"", "\"id\": \"not-admitted-limit\"");
      assertThat(Files.readString(output))
          .containsPattern("result<<(\\S+)\nrefused\n\\1\n")
          .containsPattern(
              "reasons<<(\\S+)\norders#7 may not have a preview: the one place is taken, by orders#8\n\\1\n");
      assertThat(Files.readString(summary))
          .startsWith("**Mayfly** refused: orders#7\n\n- ")
          .contains("the one place is taken");
      Files.delete(output);
      world.pull(9).files.add("x");
      world.env.put("MAYFLY_IMAGE", "ghcr.io/acme/other@" + DeliveryWorld.digest(1));
      CommandLineRun failed = world.open(8, "-o", "dotenv");
      assertThat(failed.code()).as(failed.toString()).isEqualTo(ExitCode.RENDERING);
      assertThat(failed.out()).contains("MAYFLY_RESULT=failed\n");
      assertThat(comments(world, 8)).singleElement().asString().contains("gets none", "other");
    }
  }

  /** Some servers take branches and tags and nothing else. */
  @Test
  void aServerThatTakesBranchesAloneStillDelivers() {
    try (DeliveryWorld world = DeliveryWorld.proposing(temp);
        GitServer server = GitServer.serving(temp)) {
      world.gitops.hook("update", "case $1 in refs/heads/*) ;; *) exit 1 ;; esac");
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      world.pull(7);
      CommandLineRun opened = world.open(7);
      assertThat(opened.code()).as(opened.err()).isZero();
      assertThat(world.branches()).contains("mayfly/orders/pr-7");
      world.gitops.hook("update", "echo only reviewed things; exit 1");
      world.pull(8);
      CommandLineRun refused = world.open(8);
      assertThat(refused.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(refused.err())
          .contains("error[push-refused]")
          .contains("is `mayfly/orders/pr-8` protected");
    }
  }

  /** However many previews wait for their merge. */
  @Test
  void asksForAllBranchesInOneConversation() {
    try (DeliveryWorld world = DeliveryWorld.proposing(temp);
        GitServer server = GitServer.serving(temp)) {
      world.editPlatform(
          text -> text.replace("limit: 5", "limit: 30").replaceFirst("  capacity: .*\n", ""));
      for (int number = 11; number <= 30; number++) {
        String branch = "mayfly/orders/pr-" + number;
        world.gitops.run("branch", branch, "main");
        world.gitops.commit(branch, Map.of("previews/orders/pr-" + number + "/preview.yaml", "x"));
      }
      world.pull(31);
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      assertThat(world.open(31).code()).isZero();
      assertThat(server.requests).as(server.requests.toString()).hasSizeLessThanOrEqualTo(9);
    }
  }
}
