package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.Terminal;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Activity.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** Who is told what of a command that works for three seconds. */
class NarrationTest {
  private static final String TOKEN = "glpat-cAnArY1234567890";
  private static final int PATIENCE = 700;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> env = new HashMap<>();
  private final MovedClock clock = new MovedClock();
  private Terminal terminal = new Terminal(screen, false);

  private final class Working extends Command {
    private Working() {
      super("work", "work for three seconds");
    }

    @Override
    void describe(CommandSpec spec) {
      spec.addOption(new OutputOption(List.of("text", "json"), "how to print").spec());
    }

    @Override
    int run(Invocation invocation) {
      Console console = invocation.console();
      try (Step step = console.activity().begin("fetching", "git.example.dev/acme/gitops")) {
        console.activity().detail("GET https://mara:pAsS@h.dev/ " + TOKEN + "\033[31m: 200");
        clock.move(Duration.ofSeconds(3));
        for (int waited = 0; waited < PATIENCE && screen.size() == 0; waited += 20) {
          Thread.sleep(20);
        }
        step.outcome("main is at " + TOKEN);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      console.out().println("result");
      return ExitCode.FINE;
    }
  }

  private void work(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "work";
    System.arraycopy(args, 0, all, 1, args.length);
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            new ByteArrayInputStream(new byte[0]),
            env,
            Path.of(""),
            clock,
            Thread::sleep,
            false,
            terminal,
            Activity.SILENT);
    assertThat(new Cli(List.of(new Working())).run(List.of(all), console)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("result\n");
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-o=text", "-o=json=file"})
  void aTerminalIsShownWhatIsWaitedFor(String option) {
    work(option.isEmpty() ? new String[0] : new String[] {option});
    assertThat(screen.toString(StandardCharsets.UTF_8))
        .contains("fetching git.example.dev/acme/gitops, 3 s")
        .endsWith("\r\033[K");
    assertThat(said()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-q", "--quiet", "-o=json"})
  void noProgressWhereNobodyWantsIt(String option) {
    work(option);
    assertThat(screen.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CI=1", "GITLAB_CI=true", "TERM=dumb", "MAYFLY_QUIET=true"})
  void norWhereNobodySits(String variable) {
    env.put(variable.replaceFirst("=.*", ""), variable.replaceFirst(".*=", ""));
    work();
    assertThat(screen.size()).isZero();
  }

  @Test
  void norInAPipe() {
    terminal = Terminal.NONE;
    work();
    assertThat(said()).isEmpty();
  }

  @Test
  void verboseSaysEachStepWhenItIsOver() {
    env.put("MAYFLY_GIT_TOKEN", TOKEN);
    work("-v", "-q");
    assertThat(said())
        .isEqualTo("  3.00 s  fetching git.example.dev/acme/gitops, main is at ***\n");
  }

  @Test
  void debugSaysRequestsTooAndNeverASecret() {
    env.put("MAYFLY_GIT_TOKEN", TOKEN);
    work("--debug", "-q");
    assertThat(said())
        .isEqualTo(
            """
              GET https://***@h.dev/ ***\\u{1b}[31m: 200
              3.00 s  fetching git.example.dev/acme/gitops, main is at ***
            """);
  }
}
