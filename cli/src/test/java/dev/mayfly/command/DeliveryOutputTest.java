package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deliveries tell people, scripts and the CI that runs them. */
class DeliveryOutputTest {
  @TempDir Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** Commit ids depend on Git's dates, the port of the forge on chance. */
  private String stable(String text) {
    return text.replaceAll("\\b[0-9a-f]{40}\\b", "<commit>")
        .replaceAll("(?m)^(orders#[0-9]+  )[0-9a-f]{7} ", "$1<short> ")
        .replaceAll("<code>[0-9a-f]{7}<", "<code>{short}<")
        .replaceAll("in commit [0-9a-f]{7}", "in commit <short>")
        .replace(world.host.server().url().toString(), "<forge>");
  }

  private void golden(String name, CommandLineRun run, String... args) {
    GoldenFiles.verifyFile(Path.of("cli", "delivery", name + ".txt"), stable(run.transcript(args)));
  }

  @Test
  void openInJsonAndDotenv() {
    golden("open-json", world.open(7, "-o", "json"), "open", "-o", "json");
  }

  @Test
  void openForGitLab() {
    golden("open-dotenv", world.open(7, "-o", "dotenv"), "open", "-o", "dotenv");
  }

  @Test
  void refusalAtTheLimit() {
    world.editPlatform(text -> text.replace("limit: 5", "limit: 1"));
    world.pull(8);
    world.open(8);
    golden("refused", world.open(7), "open");
  }

  @Test
  void refusalIsAnnotatedInActions() {
    world.app().pulls.get(7).draft = true;
    world.env.put("GITHUB_ACTIONS", "true");
    golden("annotated", world.open(7), "open");
  }

  @Test
  void actionsGetOutputsAndASummary() throws IOException {
    Path output = Files.createFile(temp.resolve("output"));
    Path summary = Files.createFile(temp.resolve("summary"));
    world.env.put("GITHUB_ACTIONS", "true");
    world.env.put("GITHUB_OUTPUT", output.toString());
    world.env.put("GITHUB_STEP_SUMMARY", summary.toString());
    assertThat(world.open(7).code()).isZero();
    assertThat(Files.readString(output).replaceAll("mayfly_[0-9a-f]{32}", "END"))
        .isEqualTo(
            """
            result<<END
            opened
            END
            url<<END
            https://orders-7.preview.example.dev
            END
            change<<END

            END
            """);
    assertThat(Files.readString(summary)).startsWith("**Mayfly** opened: orders#7 in commit ");
  }

  @Test
  void aSweepTellsTheCiToo() throws IOException {
    Path output = Files.createFile(temp.resolve("output"));
    Path summary = Files.createFile(temp.resolve("summary"));
    world.open(7);
    world.pull(6);
    world.open(6);
    world.pull(8);
    world.env.put("GITHUB_OUTPUT", output.toString());
    world.env.put("GITHUB_STEP_SUMMARY", summary.toString());
    world.env.put("GITHUB_ACTIONS", "true");
    assertThat(world.sync().code()).isZero();
    assertThat(Files.readString(summary))
        .isEqualTo(
            """
            **Mayfly** sync, dry run, swept: 3 previews looked at

            - orders#&#8203;8: would be opened (missing)

            """);
    assertThat(Files.readString(output)).contains("result<<", "\nswept\n", "change<<");
    world.app().pulls.values().forEach(pull -> pull.state = "closed");
    assertThat(world.sync("--apply").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(Files.readString(output)).contains("\nrefused\n", "reasons<<");
    assertThat(Files.readString(summary)).contains("**Mayfly** refused: sync\n\n- ");
    world.host.close();
    assertThat(world.sync("--apply").code()).isEqualTo(ExitCode.REMOTE);
    assertThat(Files.readString(output)).contains("\nfailed\n");
    assertThat(Files.readString(summary)).contains("- error: the preview orders#&#8203;7 is kept");
  }

  @Test
  void statusInEveryFormat() {
    world.pull(8);
    world.open(7);
    world.editPlatform(text -> text.replace("change: push", "change: pull-request"));
    world.open(8);
    golden("status-text", world.run("status"), "status");
    golden("status-json", world.run("status", "-o", "json"), "status", "-o", "json");
    golden("status-html", world.run("status", "-o", "html"), "status", "-o", "html");
  }

  @Test
  void statusListsAPreviewWhoseRecordCannotBeRead() {
    world.open(7);
    world.gitops.commit("main", java.util.Map.of("previews/orders/pr-7/preview.yaml", "kind: [\n"));
    CommandLineRun run = world.run("status");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("orders#7");
    assertThat(run.err()).contains("previews/orders/pr-7/preview.yaml");
  }
}
