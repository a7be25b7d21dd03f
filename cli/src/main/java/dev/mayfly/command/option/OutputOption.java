package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code -o FORMAT[=PATH]}, which may be given several times.
 *
 * @param formats those that the command has; the first is printed where nobody asks for one
 */
public record OutputOption(List<String> formats, String description) implements Option {
  private static final String NAME = "--output";

  /** One result: a format, and a file or (empty) standard output. */
  public record Target(String format, String path) {
    public boolean isText() {
      return format.equals("text");
    }

    public void write(String text, Console console) {
      if (path.isEmpty()) {
        console.out().print(isText() ? console.linked(text) : text);
        return;
      }
      try {
        Files.writeString(console.directory().resolve(path), text);
      } catch (IOException e) {
        throw Fault.CONFIGURATION.error(
            "output", Location.ofFile(path), "the file `" + path + "` cannot be written", "");
      }
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public OptionSpec spec() {
    return OptionSpec.builder("-o", NAME)
        .paramLabel("FORMAT[=PATH]")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .completionCandidates(formats)
        .description(description + " (" + String.join(", ", formats) + "); may be repeated")
        .userObject(this)
        .build();
  }

  /** Refuses a format that the command has not, before it does anything. */
  public static void check(Invocation invocation) {
    OptionSpec spec = invocation.parsed().commandSpec().findOption(NAME);
    if (spec != null && spec.userObject() instanceof OutputOption option) {
      option.targets(invocation);
    }
  }

  /** What was asked for, where it matters whether anybody did. */
  public static List<Target> asked(Invocation invocation) {
    List<Target> targets = new ArrayList<>();
    for (String given : invocation.parsed().matchedOptionValue(NAME, List.<String>of())) {
      int equals = given.indexOf('=');
      targets.add(
          equals < 0
              ? new Target(given, "")
              : new Target(given.substring(0, equals), given.substring(equals + 1)));
    }
    return targets;
  }

  /** Where the result goes: as asked, or else in the first format to standard output. */
  public List<Target> targets(Invocation invocation) {
    List<Target> asked = asked(invocation);
    for (Target target : asked) {
      if (!formats.contains(target.format())) {
        throw UsageErrors.wrongChoice(NAME, target.format(), formats);
      }
    }
    return asked.isEmpty() ? List.of(new Target(formats.getFirst(), "")) : asked;
  }

  /** Writes the result wherever it goes, in the format of each place. */
  public void write(Invocation invocation, UnaryOperator<String> inFormat) {
    for (Target target : targets(invocation)) {
      target.write(inFormat.apply(target.format()), invocation.console());
    }
  }
}
