package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code status} learns from the forge: reports, people, and when a preview expires. */
class StatusAtForgeTest {
  @TempDir private Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    of(ForgeSettings.Kind.GITHUB);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void of(ForgeSettings.Kind kind) {
    world =
        DeliveryWorld.of(
            temp.resolve(kind + ""),
            kind,
            text ->
                DeliveryWorld.push(text)
                    .replaceFirst(
                        "(?m)^( +)kind: (github|gitlab|gitea)$",
                        "$1deployments: true\n$1kind: $2"));
    pull = world.pull(7);
    assertThat(world.open(7).code()).isZero();
  }

  private void reports(String state, String said) {
    world.app().reports.add(pull.sha, "orders/pr-7", state, said);
  }

  private String json(String... more) {
    String[] args = new String[more.length + 3];
    System.arraycopy(more, 0, args, 3, more.length);
    args[0] = "status";
    args[1] = "-o";
    args[2] = "json";
    CommandLineRun run = world.run(args);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void reportsAreBelievedOfTheCommit(ForgeSettings.Kind kind) {
    if (kind != ForgeSettings.Kind.GITHUB) {
      world.close();
      of(kind);
    }
    assertThat(json())
        .contains("\"health\": \"forge\"", "\"state\": \"delivered\"", "not known to be live");
    reports("pending", "waits for its GitOps pull request");
    assertThat(json()).contains("\"state\": \"delivered\"", "not known to be live");
    reports("pending", "a sync is running");
    assertThat(json()).contains("\"deploying\"", "on its way: a sync is running");
    reports("success", "");
    assertThat(json()).contains("\"live\"", "is reported as live");
    reports("failure", "`web` <b>cannot</b>\u202E start");
    assertThat(json()).contains("\"failed\"", "is reported as failed: `web` <b>cannot</b> start");
    world.push(pull);
    assertThat(json()).contains("\"stale\"", "the pull request is at `");
    assertThat(json("--offline")).contains("\"health\": \"nobody\"", "\"delivered\"");
  }

  /** What a comment on the pull request says and what this says are the same words. */
  @Test
  void commentsSayTheSame() {
    for (String[] one :
        new String[][] {{"in_progress", "delivered"}, {"failure", "failed"}, {"success", "live"}}) {
      reports(one[0], "");
      world.sync("--apply");
      assertThat(json()).contains("\"state\": \"" + one[1] + "\"");
      assertThat(world.app().comments.getFirst().body()).contains(one[1]);
    }
  }

  @Test
  void aForgeThatDoesNotSayIsOneWarning() {
    world.pull(8);
    world.open(8);
    world.host.server().breakAt(0, StubServer.Fault.UNAUTHORIZED, true);
    CommandLineRun run = world.run("status");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .containsOnlyOnce("warning[health-unknown]")
        .containsOnlyOnce("warning[heads-unknown]")
        .doesNotContain("error[", DeliveryWorld.TOKEN);
    assertThat(run.out()).contains("delivered: merged, not known to be live");
  }

  @Test
  void whoeverIsAskedByAnOptionIsBelievedAlone() throws Exception {
    reports("success", "");
    java.nio.file.Files.writeString(world.directory.resolve("none.json"), "[]");
    assertThat(json("--applications", "none.json")).contains("has no Application", "\"delivered\"");
  }

  @Test
  void thePullRequestIsShownWithItsPeople() {
    String link = world.host.server().url() + "/acme/primitives/pull/7";
    assertThat(json())
        .contains("\"pullRequest\": \"" + link + "\"", "\"title\": \"Add a page\"")
        .contains("\"author\": \"ada\"", "\"memory\": \"128Mi\"", "\"cpu\": \"0.05\"");
    assertThat(world.run("status", "-o", "html").out())
        .contains("<a href=\"" + link + "\">orders#7</a><br><bdi>Add a page</bdi>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GITLAB", "GITEA"})
  void eachForgeHasAddressesOfItsOwn(ForgeSettings.Kind kind) {
    world.close();
    of(kind);
    String form = kind == ForgeSettings.Kind.GITLAB ? "/-/merge_requests/7" : "/pulls/7";
    assertThat(json())
        .contains(
            "\"pullRequest\": \"" + world.host.server().url() + "/acme/primitives" + form + "\"");
  }

  @Test
  void itExpiresWhenNobodyTouchesThePullRequest() {
    assertThat(json()).contains("\"expiresAt\": \"2026-11-29T08:00:00Z\"");
    assertThat(json("--offline")).doesNotContain("expiresAt");
    pull.labels.add("keep-preview");
    assertThat(json()).doesNotContain("expiresAt");
    pull.labels.remove("keep-preview");
    pull.updatedAt = "not known";
    assertThat(json()).doesNotContain("expiresAt");
    assertThat(world.run("status", "-o", "html").out()).contains("<time datetime=");
  }
}
