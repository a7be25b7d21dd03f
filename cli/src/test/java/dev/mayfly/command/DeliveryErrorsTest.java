package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer.Fault;
import dev.mayfly.git.GitServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input, and what it gets: a clear message, the right exit code, nothing lost. */
class DeliveryErrorsTest {
  private static final String FOLDER = "previews/orders/pr-7";

  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void refused(CommandLineRun run, int code, String... words) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
    assertThat(run.err()).contains(words).doesNotContain(DeliveryWorld.TOKEN);
    assertThat(run.out()).isEmpty();
  }

  /** The command is refused and the GitOps repository is as it was. */
  private void untouched(int code, String... words) {
    String refs = world.gitops.run("for-each-ref");
    refused(world.open(7), code, words);
    assertThat(world.gitops.run("for-each-ref")).isEqualTo(refs);
  }

  @Test
  void foreignFilesInTheFolder() {
    world.open(7);
    world.gitops.commit("main", Map.of(FOLDER + "/notes.yaml", "kind: Notes\n"));
    untouched(ExitCode.REFUSED, "holds `notes.yaml`, which is not Mayfly's");
    pull.state = "closed";
    refused(world.close(7), ExitCode.REFUSED, "foreign-overlay");
    assertThat(world.hasOverlay(7)).isTrue();
  }

  @Test
  void folderWithoutARecord() {
    world.gitops.commit("main", Map.of(FOLDER + "/deployment.yaml", "kind: Deployment\n"));
    untouched(ExitCode.REFUSED, "has no preview.yaml, so it was not written by Mayfly");
  }

  @Test
  void overlayOfAnotherOwner() {
    world.open(7);
    String record = world.gitops.text("main", FOLDER + "/preview.yaml") + "\n";
    world.gitops.commit(
        "main",
        Map.of(
            FOLDER + "/preview.yaml", record.replace("platform: primitives", "platform: other")));
    untouched(ExitCode.REFUSED, "of platform `other`");
  }

  @Test
  void linkOrFileOrCaseTwinInTheWay() {
    for (String[] entry :
        new String[][] {
          {"120000", FOLDER, "/etc"},
          {"100644", FOLDER, "a file\n"},
          {"120000", "previews/orders", "../elsewhere"},
          {"160000", FOLDER, ""},
          {"100644", "previews/orders/PR-7/preview.yaml", "x\n"},
          {"100644", "previews", "a file\n"}
        }) {
      try (DeliveryWorld there =
          DeliveryWorld.pushing(temp.resolve("t" + entry[0] + entry[1].hashCode()))) {
        there.pull(7);
        there.gitops.entry("main", entry[0], entry[1], entry[2]);
        String tip = there.gitops.tip("main");
        CommandLineRun run = there.open(7);
        assertThat(run.code())
            .as(entry[1] + run.out() + run.err())
            .isIn(ExitCode.REFUSED, ExitCode.RENDERING);
        assertThat(run.err()).startsWith("error[").doesNotContain("\tat ");
        assertThat(there.gitops.tip("main")).isEqualTo(tip);
      }
    }
  }

  @Test
  void emptyRepositoryMissingBranchAndNoPlatform() {
    world.gitops.run("update-ref", "-d", "refs/heads/main");
    refused(world.open(7), ExitCode.REMOTE, "has no branch yet");
    world.gitops.commit("trunk", Map.of("README.md", "x\n"));
    refused(world.open(7), ExitCode.REMOTE, "has no branch `main`");
    refused(
        world.open(7, "--gitops-branch", "trunk"),
        ExitCode.CONFIGURATION,
        "the GitOps repository has no `mayfly.yaml`");
  }

  @Test
  void protectedBranchSaysWhatTheServerSaid() {
    world.gitops.hook("pre-receive", "echo 'main is protected' >&2; exit 1");
    try (GitServer server = GitServer.serving(temp)) {
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      untouched(ExitCode.REMOTE, "push-refused", "refuses the push");
    }
  }

  @Test
  void expiredOrMissingTokens() {
    try (GitServer server = GitServer.serving(temp)) {
      server.token = "Basic bm9uZTpub25l";
      world.gitopsUrl = server.address() + "/acme/gitops.git";
      refused(world.open(7), ExitCode.REMOTE, "asks for a token");
      world.env.put("MAYFLY_GIT_TOKEN", DeliveryWorld.TOKEN);
      refused(world.open(7), ExitCode.REMOTE, "does not accept the token");
    }
  }

  @Test
  void expiredTokenOfTheForgeStopsBothCommandsBeforeAnythingIsDone() {
    world.open(7);
    pull.state = "closed";
    world.host.server().breakAt(0, Fault.UNAUTHORIZED, true);
    String refs = world.gitops.run("for-each-ref");
    refused(world.open(7), ExitCode.REMOTE, "forge-unauthorized");
    refused(world.close(7), ExitCode.REMOTE, "is given (`MAYFLY_FORGE_TOKEN`");
    assertThat(world.gitops.run("for-each-ref")).isEqualTo(refs);
  }

  @Test
  void eventOfAnotherRepository() {
    pull.base = "main";
    String file = Events.file(world.directory, "eve/primitives", "opened", pull).toString();
    for (String command : List.of("open", "close", "admit")) {
      refused(
          world.run(command, "--event", file),
          ExitCode.REFUSED,
          "the pull request is in `eve/primitives`, which is not an app's repository");
    }
  }

  @Test
  void hostileTextsNeverReachACommitOrTheTerminal() {
    pull.title = "x\\u001b[2J\\nMayfly-Preview: orders#1\\n::error::x";
    pull.branch = "a$(id)`id`";
    pull.author = "ada";
    CommandLineRun run = world.open(7);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("\u001b").doesNotContain("::error");
    assertThat(world.gitops.run("log", "-1", "--format=%B", "main"))
        .contains("Mayfly-Preview: orders#7")
        .doesNotContain("orders#1")
        .doesNotContain("$(id)");
    assertThat(world.app().comments)
        .singleElement()
        .extracting("body")
        .asString()
        .doesNotContain("\\u001b");
  }

  @Test
  void missingLockFileAndUnknownCommit() {
    pull.sha = world.source.commit("without-lock", Map.of("README.md", "orders\n"));
    untouched(ExitCode.RENDERING, "lock-missing", "is missing from commit");
    pull.sha = "e".repeat(40);
    untouched(ExitCode.REMOTE, "e".repeat(40).substring(0, 7));
  }

  /** A forge closes what has no branch, and who deletes the branch of a proposal says no to it. */
  @Test
  void branchDeletedByHandIsANoToThatCommitOnly() {
    try (DeliveryWorld there = DeliveryWorld.proposing(temp.resolve("there"))) {
      StubPull pull = there.pull(7);
      there.open(7);
      there.gitops.run("branch", "-D", "mayfly/orders/pr-7");
      CommandLineRun same = there.open(7);
      assertThat(same.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(same.err()).contains("error[declined]").contains("a new commit is proposed again");
      assertThat(there.branches()).doesNotContain("mayfly/orders/pr-7");
      there.push(pull);
      CommandLineRun next = there.open(7);
      assertThat(next.code()).as(next.err()).isZero();
      assertThat(there.branches()).contains("mayfly/orders/pr-7");
      assertThat(there.openChanges()).isEqualTo(1);
    }
  }

  @Test
  void templateOfTheAdminsThatLintRefusesIsNotDelivered() throws IOException {
    String name = "overlay/http-route.yaml";
    String template = Files.readString(Path.of("templates", name));
    world.gitops.commit(
        "main",
        Map.of("templates/" + name, template.replace("sync-wave: \"0\"", "sync-wave: \"early\"")));
    untouched(ExitCode.RENDERING, "early");
  }
}
