package dev.mayfly.command;

import dev.mayfly.command.composition.NothingToDo;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.command.console.MemoryUsedUp;
import dev.mayfly.command.console.ProgramVersion;
import dev.mayfly.command.console.Reports;
import dev.mayfly.command.option.EnvironmentOptions;
import dev.mayfly.command.option.GlobalOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.command.option.OutputOption;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.ProblemsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** From arguments to an exit code. The one place where problems become a report. */
public record Cli(List<Command> commands) {
  public int run(List<String> args, Console system) {
    Console console = system.withColour(GlobalOptions.colour(args, system));
    int code = guarded(args, console);
    console.err().flush();
    if (console.out().checkError() && code == ExitCode.FINE) {
      console.err().println("error: standard output could not be written to the end");
      console.err().flush();
      return ExitCode.RENDERING;
    }
    return code;
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private int guarded(List<String> args, Console console) {
    try {
      return dispatch(args, console);
    } catch (ProblemsException e) {
      console.out().flush();
      Reports.problems(e.problems(), console);
      return ExitCode.of(e.fault());
    } catch (InvalidPathException e) {
      console.out().flush();
      Reports.problems(UsageErrors.noPath(e.getInput()).problems(), console);
      return ExitCode.CONFIGURATION;
    } catch (Throwable bug) {
      if (MemoryUsedUp.isCauseOf(bug)) {
        MemoryUsedUp.say(console.err());
        return ExitCode.RENDERING;
      }
      console.out().flush();
      console.err().println("mayfly " + ProgramVersion.full() + " has a bug; report what follows:");
      bug.printStackTrace(console.err());
      return ExitCode.BUG;
    }
  }

  private int dispatch(List<String> args, Console console) {
    int first = GlobalOptions.firstWord(args);
    if (first == args.size()) {
      return program(args, console);
    }
    List<String> words = args.subList(first, args.size());
    if (words.getFirst().equals("help")) {
      return help(words.subList(1, words.size()), console);
    }
    if (words.getFirst().equals("version")) {
      List<String> asked = new ArrayList<>(args);
      asked.set(first, "--version");
      return program(asked, console);
    }
    Command command =
        CommandNames.find(words, commands).orElseThrow(() -> CommandNames.unknown(words, commands));
    List<String> rest = new ArrayList<>(args.subList(0, first));
    rest.addAll(words.subList(CommandNames.of(command).size(), words.size()));
    return one(command, rest, console);
  }

  private int program(List<String> args, Console console) {
    CommandSpec spec = Help.program(commands);
    ParseResult parsed = parse(spec, args, console);
    if (parsed.isVersionHelpRequested()) {
      console.out().println("mayfly " + ProgramVersion.full());
      return ExitCode.FINE;
    }
    if (!parsed.isUsageHelpRequested()) {
      throw UsageErrors.usage("no command is given", UsageErrors.LIST);
    }
    console.out().print(Help.text(spec, console.colour()));
    return ExitCode.FINE;
  }

  private int help(List<String> words, Console console) {
    CommandSpec spec =
        words.isEmpty()
            ? Help.program(commands)
            : Help.command(
                CommandNames.find(words, commands)
                    .orElseThrow(() -> CommandNames.unknown(words, commands)));
    console.out().print(Help.text(spec, console.colour()));
    return ExitCode.FINE;
  }

  private int one(Command command, List<String> args, Console console) {
    CommandSpec spec = Help.command(command);
    ParseResult parsed = parse(spec, args, console);
    if (parsed.isUsageHelpRequested()) {
      console.out().print(Help.text(spec, console.colour()));
      return ExitCode.FINE;
    }
    Invocation here = new Invocation(parsed, console.in(directory(parsed, console)));
    OutputOption.check(here);
    try (Narration narration = Narration.of(here)) {
      Invocation told = here.with(narration);
      Optional<Duration> limit =
          command.keepsTime() ? Optional.empty() : GlobalOptions.TIMEOUT.in(here);
      return limit.isEmpty()
          ? command.run(told)
          : new TimeLimit(limit.get()).run(() -> command.run(told), narration::current);
    } catch (NothingToDo idle) {
      return SkippedOutput.write(idle.reason(), here);
    }
  }

  private static ParseResult parse(CommandSpec spec, List<String> args, Console console) {
    // An argument such as @notes is a value, never a file to read more arguments from.
    CommandLine line = new CommandLine(spec).setExpandAtFiles(false);
    List<String> all = new ArrayList<>(EnvironmentOptions.missingFrom(args, spec, console.env()));
    all.addAll(args);
    try {
      ParseResult parsed = line.parseArgs(all.toArray(String[]::new));
      GlobalOptions.check(new Invocation(parsed, console));
      return parsed;
    } catch (ParameterException e) {
      throw UsageErrors.of(e, spec, args, console.env());
    }
  }

  private static Path directory(ParseResult parsed, Console console) {
    String given = parsed.matchedOptionValue("-C", "");
    try {
      Path directory = console.directory().resolve(given);
      if (Files.isDirectory(directory)) {
        return directory;
      }
    } catch (InvalidPathException e) {
      // Cannot name a folder, so it is none.
    }
    throw UsageErrors.usage("`-C` names `" + given + "`, which is not a folder", "");
  }
}
