package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubForge;
import dev.mayfly.forge.StubPull;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A forge is believed about its own state, never about what may be printed or followed: whatever it
 * writes into its answers, no token, no line of its own and no address of its own comes out.
 */
class HostileForgeTest {
  private static final String GIT = "ghp_GiTOpSCaNaRy77777";
  private static final String EVIL =
      " https://evil.example/Bearer_%s?%s&%s\r\n::error::x\n##[error]y\u001b[2J\u202e"
          .formatted(
              DeliveryWorld.TOKEN,
              GIT,
              Base64.getEncoder()
                  .encodeToString(DeliveryWorld.TOKEN.getBytes(StandardCharsets.US_ASCII)));

  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;
  private Path output;
  private Path summary;

  private void start(ForgeSettings.Kind kind) throws IOException {
    world = DeliveryWorld.of(temp, kind, text -> text);
    pull = world.pull(7);
    output = Files.createFile(temp.resolve("output"));
    summary = Files.createFile(temp.resolve("summary"));
    world.env.put("GITHUB_ACTIONS", "true");
    world.env.put("GITHUB_OUTPUT", output.toString());
    world.env.put("GITHUB_STEP_SUMMARY", summary.toString());
    world.env.put(Connections.GIT_TOKEN, GIT);
    world.changes().afterCreate =
        change -> {
          change.url = EVIL.strip();
          change.title += EVIL;
          change.labels.add("x" + EVIL);
          change.author = "eve" + EVIL;
        };
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void assertClean(CommandLineRun run) throws IOException {
    List<String> shown = new ArrayList<>(List.of(run.out(), run.err()));
    shown.add(Files.readString(output));
    shown.add(Files.readString(summary));
    world.app().comments.stream().map(StubForge.Comment::body).forEach(shown::add);
    world.changes().pulls.values().forEach(change -> shown.add(change.body));
    for (String text : shown) {
      assertThat(text)
          .doesNotContain(DeliveryWorld.TOKEN, GIT, "\u001b", "\u202e", "\r")
          .doesNotContainPattern("(?m)^\\s*::error::x")
          .doesNotContain("##[error]y");
      // What a person is called is quoted, as data; nothing of it is a link.
      assertThat(text.replaceAll("`[^`\n]*`", "").toLowerCase(Locale.ROOT))
          .doesNotContain("https://evil.example");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatItSaysOfOurPullRequestGoesNowhere(ForgeSettings.Kind kind) throws IOException {
    start(kind);
    world.changes().checksPending = true;
    for (String format : List.of("text", "json", "dotenv")) {
      CommandLineRun opened = world.open(7, "-o", format, "--auto-merge");
      assertThat(opened.code()).as(opened.err()).isZero();
      assertClean(opened);
    }
    String link =
        switch (kind) {
          case GITHUB, NONE -> "/acme/gitops/pull/1";
          case GITLAB -> "/acme/gitops/-/merge_requests/1";
          case GITEA -> "/acme/gitops/pulls/1";
        };
    assertThat(Files.readString(output)).contains(world.host.server().url() + link + "\n");
    assertThat(world.app().comments.getFirst().body()).contains(world.host.server().url() + link);
    assertClean(world.sync("--apply"));
    world.changes().pulls.values().forEach(change -> change.state = "closed");
    CommandLineRun declined = world.open(7);
    assertThat(declined.err()).contains(world.host.server().url() + link + " was closed");
    assertClean(declined);
    world.push(pull);
    assertThat(world.open(7).code()).isZero();
    world.merge("mayfly/orders/pr-7");
    pull.state = "closed";
    CommandLineRun closed = world.close(7, "-o", "json");
    assertThat(closed.code()).as(closed.err()).isZero();
    assertClean(closed);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatItSaysOfAnAppsPullRequestGoesNowhere(ForgeSettings.Kind kind) throws IOException {
    start(kind);
    Path event = Events.file(world.directory, DeliveryWorld.APP, "opened", pull);
    String before = Files.readString(event);
    pull.title += EVIL;
    pull.author = "eve" + EVIL;
    pull.base = "main" + EVIL;
    pull.branch = "page" + EVIL;
    pull.labels.clear();
    pull.labels.add("x" + EVIL);
    pull.headRepository = "eve/" + DeliveryWorld.TOKEN;
    world.editPlatform(text -> text.replace("admission:\n", "admission:\n    authors: [ada]\n"));
    assertThat(before).doesNotContain(DeliveryWorld.TOKEN);
    for (String format : List.of("text", "json", "markdown")) {
      CommandLineRun admitted =
          world.run(
              "admit",
              "--event",
              event.toString(),
              "--app-url",
              "file://" + world.source.directory(),
              "-o",
              format);
      assertThat(admitted.code()).as(admitted.err()).isEqualTo(ExitCode.REFUSED);
      assertClean(admitted);
    }
    assertClean(world.run("open", "--event", event.toString()));
    assertClean(world.sync("--apply"));
    assertClean(world.run("close", "--event", event.toString()));
  }
}
