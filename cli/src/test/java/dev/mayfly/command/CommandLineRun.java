package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.Terminal;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Sleeper;
import dev.mayfly.report.TerminalText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** One run of the program inside a test: what it wrote and what it returned. */
public record CommandLineRun(int code, String out, String err) {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);

  /** Waits long enough for others to get on, and no longer. */
  static final Sleeper TENTH = pause -> Thread.sleep(pause.dividedBy(10));

  /** Runs all commands in a folder, with an empty environment. */
  public static CommandLineRun of(Path directory, String... args) {
    return of(CommandCatalog.all(), Map.of(), directory, args);
  }

  static CommandLineRun of(
      List<Command> commands, Map<String, String> env, Path directory, String... args) {
    return of(commands, env, "", directory, args);
  }

  /** Runs with this text on standard input. */
  static CommandLineRun reading(String in, Path directory, String... args) {
    return of(CommandCatalog.all(), Map.of(), in, directory, args);
  }

  /** Runs while the clock goes on, as servers elsewhere have it. */
  static CommandLineRun at(
      Clock clock, Sleeper sleeper, Map<String, String> env, Path directory, List<String> args) {
    return of(
        CommandCatalog.all(), clock, sleeper, env, "", directory, args.toArray(String[]::new));
  }

  private static CommandLineRun of(
      List<Command> commands, Map<String, String> env, String in, Path directory, String... args) {
    return of(commands, CLOCK, TENTH, env, in, directory, args);
  }

  /** Runs with a time that a test makes. */
  static CommandLineRun of(
      List<Command> commands,
      Clock clock,
      Sleeper sleeper,
      Map<String, String> env,
      String in,
      Path directory,
      String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            env,
            directory,
            clock,
            sleeper,
            false,
            Terminal.NONE,
            Activity.SILENT);
    int code = new Cli(commands).run(List.of(args), console);
    return new CommandLineRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Both streams and the code in one text, as goldens keep it. */
  public String transcript(String... args) {
    return TerminalText.clean(("$ mayfly " + String.join(" ", args)).strip())
        + "\n"
        + out
        + err
        + "exit code "
        + code
        + "\n";
  }
}
