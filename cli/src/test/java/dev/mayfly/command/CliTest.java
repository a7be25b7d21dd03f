package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.option.FlagOption;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.Option;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.RepeatableOption;
import dev.mayfly.command.option.ValueOption;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

class CliTest {
  private static final ValueOption<String> POLICY_REF =
      ValueOption.text("--policy-ref", "REF", "a value");
  private static final FlagOption APPLY = new FlagOption("--apply", "a flag");
  private static final RepeatableOption IMAGE = new RepeatableOption("--image", "NAME", "a list");
  private static final OutputOption OUTPUT =
      new OutputOption(List.of("text", "json"), "how to print");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"CONFIGURATION,2", "RENDERING,3", "REMOTE,4", "REFUSED,5"})
  void everyFaultHasItsCode(Fault fault, int code) {
    var run =
        run(
            invocation -> {
              throw new ProblemsException(fault, Problem.error("some-id", null, "it is wrong"));
            },
            Map.of(),
            "probe",
            "it");
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).isEqualTo("error[some-id]: it is wrong\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anythingElseThrownIsABug() {
    var run =
        run(
            invocation -> {
              throw new IllegalStateException("impossible");
            },
            Map.of(),
            "probe",
            "it");
    assertThat(run.code()).isEqualTo(ExitCode.BUG);
    assertThat(run.err())
        .contains("report what follows")
        .contains("IllegalStateException: impossible");
  }

  @Test
  void endlessRecursionIsABugToo() {
    assertThat(run(invocation -> recurse(1), Map.of(), "probe", "it").code())
        .isEqualTo(ExitCode.BUG);
  }

  @Test
  void optionsComeFromTheEnvironmentAndTheCommandLineWins() {
    var env =
        Map.of("MAYFLY_POLICY_REF", "main", "MAYFLY_APPLY", "true", "MAYFLY_IMAGE", "a\nb c\n");
    assertThat(run(CliTest::echo, env, "probe", "it").out()).isEqualTo("main true [a, b, c]");
    assertThat(
            run(CliTest::echo, env, "probe", "it", "--policy-ref=x", "--apply", "--image", "d")
                .out())
        .isEqualTo("x true [d]");
  }

  @Test
  void aFlagFromTheEnvironmentIsTrueOrFalse() {
    assertThat(run(CliTest::echo, Map.of("MAYFLY_APPLY", "false"), "probe", "it").out())
        .isEqualTo("none false []");
    var wrong = run(CliTest::echo, Map.of("MAYFLY_APPLY", "yes"), "probe", "it");
    assertThat(wrong.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(wrong.err()).contains("`MAYFLY_APPLY` cannot be `yes`");
  }

  @Test
  void aFormatThatTheCommandHasNotIsRefusedBeforeAnythingIsDone() {
    var wrong = run(CliTest::echo, Map.of(), "probe", "it", "-o", "json=a", "-o", "yaml=b");
    assertThat(wrong.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(wrong.err()).contains("`--output` cannot be `yaml`");
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void globalOptionsStandBeforeOrAfterTheCommand() throws Exception {
    Files.createDirectory(folder.resolve("sub"));
    Function<Invocation, Integer> where =
        invocation -> {
          Console console = invocation.console();
          console.out().print(folder.relativize(console.directory()));
          return 0;
        };
    assertThat(run(where, Map.of(), "-C", "sub", "probe", "it").out()).isEqualTo("sub");
    assertThat(run(where, Map.of(), "probe", "it", "-C", "sub").out()).isEqualTo("sub");
    assertThat(run(where, Map.of("MAYFLY_DIRECTORY", "sub"), "probe", "it").out()).isEqualTo("sub");
  }

  @Test
  void argumentsAreNeverExpanded() throws Exception {
    Files.writeString(folder.resolve("args"), "--apply");
    var run = run(CliTest::echo, Map.of(), "probe", "it", "--policy-ref", "@args");
    assertThat(run.out()).isEqualTo("@args false []");
    assertThat(
            run(CliTest::echo, Map.of(), "probe", "it", "--policy-ref", "${sys:user.home}").out())
        .startsWith("${sys:user.home}");
  }

  @Test
  void halfACommandNamesItsOtherHalf() {
    var run = run(CliTest::echo, Map.of(), "probe");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("one of `probe it`");
  }

  @Test
  void coloursOnlyWhenWanted() {
    assertThat(run(CliTest::echo, Map.of(), "nothing").err()).doesNotContain("\u001b");
    assertThat(run(CliTest::echo, Map.of(), "--color=always", "nothing").err()).contains("\u001b");
    assertThat(run(CliTest::echo, Map.of("MAYFLY_COLOR", "always"), "nothing").err())
        .contains("\u001b");
  }

  @Test
  void versionIsOneLine() {
    assertThat(CommandLineRun.of(folder, "--version").out())
        .matches("mayfly \\d+\\.\\d+\\.\\d+ \\(.+\\)\n");
  }

  /** As people of kubectl, helm and Git ask first. */
  @Test
  void versionIsAWordToo() {
    String said = CommandLineRun.of(folder, "--version").out();
    assertThat(CommandLineRun.of(folder, "version").out()).isEqualTo(said);
    assertThat(CommandLineRun.of(folder, "--color", "never", "version").out()).isEqualTo(said);
  }

  /** Also where it hit the initialisation of a class; where it ends is no bug and has no trace. */
  @Test
  void memoryThatIsUsedUpIsOneSentence() {
    for (Error error :
        List.of(
            new OutOfMemoryError("Java heap space"),
            new ExceptionInInitializerError(new OutOfMemoryError("GC overhead limit exceeded")))) {
      CommandLineRun run =
          run(
              invocation -> {
                throw error;
              },
              Map.of(),
              "probe",
              "it");
      assertThat(run.code()).isEqualTo(ExitCode.RENDERING);
      assertThat(run.err())
          .matches(
              "error\\[memory]: the run needs more than the \\d+ MiB of memory that it may take\n"
                  + "  = hint: give it less at a time, or more room: `MAYFLY_MEMORY=2g`\n");
    }
  }

  private static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }

  private static int echo(Invocation invocation) {
    PrintStream out = invocation.console().out();
    out.print(POLICY_REF.in(invocation).orElse("none"));
    out.print(" " + APPLY.isGivenIn(invocation) + " " + IMAGE.in(invocation));
    return ExitCode.FINE;
  }

  private CommandLineRun run(
      Function<Invocation, Integer> work, Map<String, String> env, String... args) {
    return CommandLineRun.of(List.of(new Probe(work)), env, folder, args);
  }

  /** A command that does what a test tells it to. */
  private static final class Probe extends Command {
    private final Function<Invocation, Integer> work;

    private Probe(Function<Invocation, Integer> work) {
      super("probe it", "do what the test says");
      this.work = work;
    }

    @Override
    void describe(CommandSpec spec) {
      Option.add(spec, POLICY_REF, APPLY, IMAGE, OUTPUT);
    }

    @Override
    int run(Invocation invocation) {
      return work.apply(invocation);
    }
  }
}
