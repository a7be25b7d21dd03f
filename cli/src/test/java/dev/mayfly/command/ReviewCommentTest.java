package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubForge;
import dev.mayfly.forge.StubHost;
import dev.mayfly.forge.StubPull;
import dev.mayfly.git.GitCommand;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one comment that tells reviewers of the GitOps repository what a change does. */
class ReviewCommentTest {
  private static final String BEFORE = "{namespace: kafka, port: 9092}";
  private static final String AFTER = "{namespace: redis, port: 6379}";

  @TempDir private Path temp;
  private DeliveryWorld world;
  private Path checkout;
  private StubPull pull;
  private ForgeSettings.Kind kind;

  private void start(ForgeSettings.Kind of) {
    kind = of;
    world = DeliveryWorld.of(temp, kind, text -> text);
    checkout = temp.resolve("checkout");
    GitCommand.in(temp).run("clone", "-q", world.gitopsUrl, checkout.toString());
    render();
    commit("Render the platform");
    GitCommand.in(checkout).run("push", "-q", "origin", "main");
    pull = world.changes().open(1);
    pull.sha = world.gitops.tip("main");
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
  }

  private void render() {
    assertThat(CommandLineRun.of(checkout, "render", "platform", "--out", ".").code()).isZero();
  }

  private void commit(String message) {
    GitCommand git = GitCommand.in(checkout);
    git.run("add", ".");
    git.run("commit", "-q", "-m", message);
  }

  private void replace(String text, String by) throws IOException {
    Path file = checkout.resolve("mayfly.yaml");
    String was = Files.readString(file);
    assertThat(was).contains(text);
    Files.writeString(file, was.replace(text, by));
    render();
  }

  private CommandLineRun diff(String... more) {
    Map<String, String> env = new TreeMap<>(world.env);
    if (kind == ForgeSettings.Kind.GITLAB) {
      env.putAll(
          Map.of(
              "GITLAB_CI",
              "true",
              "CI_MERGE_REQUEST_IID",
              "1",
              "CI_COMMIT_SHA",
              pull.sha,
              "CI_MERGE_REQUEST_PROJECT_PATH",
              DeliveryWorld.GITOPS));
    } else {
      env.put("GITHUB_ACTIONS", "true");
      env.put(
          "GITHUB_EVENT_PATH",
          Events.file(temp, DeliveryWorld.GITOPS, "synchronize", pull).toString());
    }
    String[] args = new String[more.length + 4];
    System.arraycopy(new String[] {"diff", "--base", "origin/main", "--comment"}, 0, args, 0, 4);
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.of(CommandCatalog.all(), env, checkout, args);
  }

  private String said() {
    assertThat(world.changes().comments).hasSize(1);
    return world.changes().comments.getFirst().body();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void isWrittenOnceAndKeptUpToDate(ForgeSettings.Kind of) throws IOException {
    start(of);
    CommandLineRun nothing = diff();
    assertThat(nothing.code()).as(nothing.err()).isZero();
    assertThat(world.changes().comments).isEmpty();
    replace(BEFORE, AFTER);
    assertThat(diff().err()).doesNotContain("nothing is commented");
    assertThat(said()).contains("what this change does", "redis");
    replace("port: 6379}", "port: 6380}");
    diff();
    assertThat(said()).contains("6380").doesNotContain("6379");
    replace("{namespace: redis, port: 6380}", BEFORE);
    diff();
    assertThat(said()).contains("nothing changes in ").doesNotContain("6380");
    StubForge.Comment first = world.changes().comments.getFirst();
    assertThat(first.pull()).isEqualTo(1);
  }

  /** A fork's token only reads: the job is green, and says where the text stands. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aTokenThatOnlyReadsEndsNothing(ForgeSettings.Kind of) throws IOException {
    start(of);
    pull.headRepository = "eve/gitops";
    world.changes().refusesComments = true;
    replace(BEFORE, AFTER);
    CommandLineRun run = diff("-o", "markdown=summary.md");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err().lines().filter(it -> it.startsWith("warning[no-comment]"))).hasSize(1);
    assertThat(run.err()).contains("a fork's pull request has no token that writes");
    assertThat(checkout.resolve("summary.md")).content().contains("redis");
    assertThat(world.changes().comments).isEmpty();
  }

  @Test
  void withoutATokenNobodyIsAsked() throws IOException {
    start(ForgeSettings.Kind.GITHUB);
    world.env.clear();
    replace(BEFORE, AFTER);
    CommandLineRun run = diff();
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("nothing is commented: `MAYFLY_FORGE_TOKEN` is not set");
  }

  /** The pull request writes mayfly.yaml; the token goes where the base says, or nowhere. */
  @Test
  void aPullRequestCannotSendTheTokenElsewhere() throws IOException {
    start(ForgeSettings.Kind.GITHUB);
    try (StubHost evil = new StubHost(ForgeSettings.Kind.GITHUB, DeliveryWorld.GITOPS)) {
      evil.repository(DeliveryWorld.GITOPS).open(1);
      replace(world.host.server().url().toString(), evil.server().url().toString());
      CommandLineRun run = diff();
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(evil.server().requests()).isEmpty();
      assertThat(said()).contains("what this change does");
    }
  }

  @Test
  void aBaseWithoutAPlatformNamesNoForge() throws IOException {
    start(ForgeSettings.Kind.GITHUB);
    GitCommand git = GitCommand.in(checkout);
    git.run("checkout", "-q", "--orphan", "empty");
    git.run("rm", "-rq", "--cached", ".");
    git.run("commit", "-q", "--allow-empty", "-m", "Nothing yet");
    git.run("update-ref", "refs/remotes/origin/main", "empty");
    CommandLineRun run = diff();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("nothing is commented: the base names no forge");
  }

  @Test
  void itNeedsABaseAndThePullRequestOfACi() {
    start(ForgeSettings.Kind.GITHUB);
    CommandLineRun noBase = CommandLineRun.of(checkout, "diff", "--comment");
    assertThat(noBase.code()).isEqualTo(2);
    assertThat(noBase.err()).contains("`--comment` says nothing without `--base`");
    CommandLineRun noCi = CommandLineRun.of(checkout, "diff", "--base", "main", "--comment");
    assertThat(noCi.code()).isEqualTo(2);
    assertThat(noCi.err()).contains("`--comment` needs the pull request of a CI");
  }
}
