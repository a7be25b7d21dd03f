package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** {@code -o FORMAT[=PATH]}, which may be given several times. */
public final class OutputOption {
  private OutputOption() {}

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

  public static OptionSpec of(List<String> formats, String description) {
    return OptionSpec.builder("-o", "--output")
        .paramLabel("FORMAT[=PATH]")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .arity("1")
        .completionCandidates(formats)
        .description(description + " (" + String.join(", ", formats) + "); may be repeated")
        .build();
  }

  /** Where the result goes: as asked, or else in the first format to standard output. */
  public static List<Target> targets(Invocation invocation, List<String> formats) {
    List<Target> asked = asked(invocation, formats);
    return asked.isEmpty() ? List.of(new Target(formats.getFirst(), "")) : asked;
  }

  /** The same where it matters whether anybody asked. */
  public static List<Target> asked(Invocation invocation, List<String> formats) {
    List<Target> targets = new ArrayList<>();
    for (String given : invocation.parsed().matchedOptionValue("--output", List.<String>of())) {
      int equals = given.indexOf('=');
      String format = equals < 0 ? given : given.substring(0, equals);
      if (!formats.contains(format)) {
        throw UsageErrors.wrongChoice("--output", format, formats);
      }
      targets.add(new Target(format, equals < 0 ? "" : given.substring(equals + 1)));
    }
    return targets;
  }
}
