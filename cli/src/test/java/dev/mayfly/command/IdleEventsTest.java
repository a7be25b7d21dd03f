package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that hold no pull request: a queue that merges several, and what people write. */
class IdleEventsTest {
  private static final String QUEUE =
      "{\"action\": \"checks_requested\", \"merge_group\": {\"head_sha\": \"%s\"},"
          + " \"repository\": {\"full_name\": \"acme/primitives\"}}";

  @TempDir private Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String file(String json) {
    try {
      return Files.writeString(Files.createTempFile(temp, "event", ".json"), json).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String comment(String issue, String more) {
    return """
    {"action": "created", "issue": {"number": 7%s}, "comment": {"body": "/close `x`"}%s,
     "repository": {"full_name": "acme/primitives"}}
    """
        .formatted(issue, more);
  }

  private CommandLineRun run(String command, String event, String... more) {
    List<String> args = new ArrayList<>(List.of(command, "--event", file(event)));
    if (!command.equals("wait")) {
      args.addAll(List.of("--app-url", "file://" + world.source.directory()));
    }
    args.addAll(List.of(more));
    return world.run(args.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "close", "admit", "wait"})
  void aMergeQueueHasNothingToDo(String command) {
    world.pull(7);
    world.gitopsUrl = "file:///nowhere";
    CommandLineRun run = run(command, QUEUE, "-o", "json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"result\": \"skipped\"", "a merge queue tests commits");
    assertThat(run.err()).startsWith("note[nothing-to-do]: nothing is to do: a merge queue");
    assertThat(world.host.server().requests()).isEmpty();
    assertThat(world.commits()).hasSize(1);
  }

  @Test
  void aMergeTrainIsOneToo() {
    world.env.putAll(
        Map.of(
            "GITLAB_CI", "true",
            "CI_MERGE_REQUEST_IID", "7",
            "CI_MERGE_REQUEST_EVENT_TYPE", "merge_train"));
    CommandLineRun run = world.run("open", "-o", "dotenv");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEqualTo("MAYFLY_RESULT=skipped\nMAYFLY_URL=\n");
    assertThat(run.err()).contains("note[nothing-to-do]");
  }

  @Test
  void theCiIsToldInItsOwnFiles() throws IOException {
    Path outputs = temp.resolve("outputs");
    Path summary = temp.resolve("summary");
    world.env.putAll(
        Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_EVENT_PATH", file(QUEUE),
            "GITHUB_OUTPUT", outputs.toString(),
            "GITHUB_STEP_SUMMARY", summary.toString()));
    CommandLineRun run = world.run("open");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(Files.readString(outputs)).contains("result<<", "\nskipped\n");
    assertThat(Files.readString(summary)).startsWith("**Mayfly** skipped: a merge queue");
    assertThat(run.err()).contains("::notice title=nothing-to-do::");
  }

  /** Nobody else is asked what a comment says; the pull request is read as after a label. */
  @Test
  void aCommentMakesItReadThePullRequest() {
    StubPull pull = world.pull(7);
    for (String event :
        List.of(comment(", \"pull_request\": {}", ""), comment("", ", \"is_pull\": true"))) {
      CommandLineRun run = run("open", event);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(world.hasOverlay(7)).isTrue();
    }
    assertThat(world.app().comments.getFirst().body()).contains(pull.sha.substring(0, 7));
    CommandLineRun kept = run("close", comment(", \"pull_request\": {}", ""));
    assertThat(kept.out()).startsWith("kept: orders#7");
    pull.state = "closed";
    assertThat(run("close", comment(", \"pull_request\": {}", "")).out()).startsWith("removed");
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void aCommentAloneSaysTooLittle() {
    world.pull(7);
    CommandLineRun run = run("open", comment(", \"pull_request\": {}", ""), "--offline");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("a comment does not say which commit pull request 7 of `acme/primitives` is at");
    run = run("open", comment("", ""));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("the comment is on an issue");
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void aForgeThatDoesNotAnswerIsNoSilentEnd() {
    CommandLineRun run = run("open", comment(", \"pull_request\": {}", ""));
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.err()).contains("error[forge-not-found]");
    run = run("open", comment(", \"pull_request\": {}", "").replace("7", "\"7; rm\""));
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("error[pull-request-number]");
  }

  /** A push to the repository is about no pull request, so none is rendered. */
  @Test
  void whatNeedsNoPullRequestRunsOnEveryEvent() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("folder"));
    Files.writeString(folder.resolve("mayfly.yaml"), Examples.platform("primitives"));
    for (String event : List.of(QUEUE, "{\"ref\": \"refs/heads/main\"}")) {
      Map<String, String> env = Map.of("GITHUB_ACTIONS", "true", "GITHUB_EVENT_PATH", file(event));
      CommandLineRun run =
          CommandLineRun.of(CommandCatalog.all(), env, folder, "render", "all", "--out", "out");
      assertThat(run.code()).as(run.err()).isZero();
    }
  }

  @Test
  void aForgeSaysTheCommitOfAPullRequestGivenByHand() {
    StubPull pull = world.pull(7);
    String app = "file://" + world.source.directory();
    CommandLineRun run = world.run("open", "--pr", "7", "--app-url", app);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(world.gitops.text("main", "previews/orders/pr-7/preview.yaml")).contains(pull.sha);
    run = world.run("open", "--pr", "7", "--app-url", app, "--offline");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("`--sha` is not set");
    run = world.run("open", "--pr", "8", "--app-url", app);
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
  }
}
