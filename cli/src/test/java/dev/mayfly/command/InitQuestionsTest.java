package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Terminal;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.git.GitCommand;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PlatformLoader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code init} asks whoever sits at a terminal, and what it makes of the answers. */
class InitQuestionsTest {
  @TempDir Path folder;
  private final Map<String, String> env = new HashMap<>();

  /** A run with these lines typed; at their end the terminal hangs up. */
  private CommandLineRun asked(String typed, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            env,
            folder,
            CommandLineRun.CLOCK,
            Thread::sleep,
            false,
            new Terminal(new ByteArrayOutputStream(), true),
            Activity.SILENT);
    String[] all = new String[args.length + 1];
    all[0] = "init";
    System.arraycopy(args, 0, all, 1, args.length);
    int code = new Cli(CommandCatalog.all()).run(List.of(all), console);
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Platform platform(String file) throws IOException {
    return PlatformLoader.load("mayfly.yaml", Files.readAllBytes(folder.resolve(file))).platform();
  }

  @Test
  void emptyLinesGiveWhatThePresetGives() throws IOException {
    assertThat(asked("\n\n\n\n\n\n", "asked").code()).isZero();
    assertThat(CommandLineRun.of(folder, "init", "given", "--preset", "minimal").code()).isZero();
    var files = GoldenFiles.files(folder.resolve("given"));
    assertThat(GoldenFiles.files(folder.resolve("asked"))).isEqualTo(files);
    for (String file : files) {
      assertThat(folder.resolve("asked/" + file))
          .hasSameTextualContentAs(folder.resolve("given/" + file));
    }
  }

  @Test
  void whatOptionsSayIsNotAsked() {
    CommandLineRun run =
        asked(
            "",
            "--preset=minimal",
            "--forge=github",
            "--gitops=https://github.com/shop/ops.git",
            "--app=till",
            "--repository=shop/till-app",
            "--domain=preview.shop.dev");
    assertThat(run.code()).isZero();
    assertThat(run.err()).matches("\\d+ files; go through the \\d+ lines with CHANGE\n");
  }

  /** The services preset asks for services, and the others for no app. */
  @Test
  void servicesAreNamedInOneLine() throws IOException {
    CommandLineRun run =
        asked("services\ngitlab\n\nshop Till\nshop shop\nshop till\npreview.shop.dev\n");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("write an app name", "name each once");
    assertThat(platform("mayfly.yaml").apps())
        .extracting(app -> app.name())
        .containsExactly("shop", "till");
  }

  @ParameterizedTest
  @CsvSource({
    "monolit, did you mean `monolith`?",
    "x, write one of these words",
  })
  void anAnswerThatWillNotDoIsAskedForAgain(String answer, String advice) {
    CommandLineRun run = asked(answer + "\nmonolith\n\n\n\n");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("that will not do: " + advice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "minimal\n", "minimal\ngithub\n\nweb\n\n"})
  void anEndInTheMiddleLeavesNothingBehind(String typed) {
    CommandLineRun run = asked(typed, "new");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).endsWith("the questions were not answered, so nothing is written\n");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aJobIsNotAsked() {
    env.put("CI", "true");
    assertThat(asked("\n\n\n\n\n\n").err()).startsWith("error[usage]: missing `--preset`");
  }

  /**
   * Git's own address of the folder is the answer that is offered, without what is secret in it.
   */
  @ParameterizedTest
  @CsvSource({
    "git@gitlab.shop.dev:platform/ops.git, true, gitlab",
    "https://codeberg.org/shop/ops.git, true, gitea",
    "https://mara:cAnArY@github.com/shop/ops.git, false, github"
  })
  void whereTheRepositoryIsOfferedIsWhatGitKnows(String origin, boolean offered, String forge) {
    GitCommand git = GitCommand.in(folder);
    git.run("init", "-q");
    git.run("remote", "add", "origin", origin);
    CommandLineRun run = asked("minimal\n\n\n\n\n\n");
    assertThat(run.err().contains("[" + origin + "]: ")).isEqualTo(offered);
    assertThat(run.err()).contains("[" + forge + "]: ").doesNotContain("cAnArY");
    assertThat(run.code()).isZero();
  }

  @Test
  void whatIsThereIsKeptWhereThatIsWanted() throws IOException {
    Files.createDirectories(folder.resolve(".github/workflows"));
    Files.writeString(folder.resolve(".github/workflows/mayfly.yml"), "mine\n");
    CommandLineRun no = asked("\n\n\n\n\n\nno\n");
    assertThat(no.err()).contains("There already: .github/workflows/mayfly.yml. Keep that");
    assertThat(no.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(folder.resolve("mayfly.yaml")).doesNotExist();
    CommandLineRun yes = asked("\n\n\n\n\n\n\n");
    assertThat(yes.code()).isZero();
    assertThat(yes.err()).contains("note: `.github/workflows/mayfly.yml` was there and is kept");
    assertThat(folder.resolve(".github/workflows/mayfly.yml")).hasContent("mine");
    assertThat(folder.resolve("mayfly.yaml")).exists();
  }
}
