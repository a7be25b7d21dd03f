package dev.mayfly.command;

import dev.mayfly.command.console.ProgramVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual as {@code man} reads it, from the same model as the help. picocli's own generator
 * writes AsciiDoc, which a program larger than this one would have to turn into a page.
 */
public final class ManPage {
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final StringBuilder page = new StringBuilder();

  private ManPage(String title) {
    Matcher date = DATE.matcher(ProgramVersion.full());
    line(
        ".TH \"%s\" 1 \"%s\" \"mayfly %s\" \"Mayfly\""
            .formatted(
                title.toUpperCase(Locale.ROOT),
                date.find() ? date.group() : "",
                ProgramVersion.text()));
  }

  /** Every page by the name of its file, such as {@code mayfly-lint.1}. */
  public static SortedMap<String, String> all(List<Command> commands) {
    SortedMap<String, String> pages = new TreeMap<>();
    pages.put("mayfly.1", program(commands));
    commands.forEach(command -> pages.put(name(command) + ".1", of(command)));
    return pages;
  }

  private static String name(Command command) {
    return "mayfly-" + command.name().replace(' ', '-');
  }

  private static String program(List<Command> commands) {
    CommandSpec spec = Help.program(commands);
    ManPage page = new ManPage("mayfly");
    page.head("mayfly", "previews of pull requests for Argo CD", "mayfly", "[OPTIONS] COMMAND");
    page.section("DESCRIPTION", spec.usageMessage().description());
    page.options(spec);
    page.line(".SH COMMANDS");
    for (Command command : commands) {
      page.line(".TP").line(".BR " + escaped(name(command)) + " (1)");
      page.text(command.summary());
    }
    page.section("ENVIRONMENT AND EXIT STATUS", spec.usageMessage().footer());
    return page.page.toString();
  }

  private static String of(Command command) {
    CommandSpec spec = Help.command(command);
    ManPage page = new ManPage(name(command));
    List<String> arguments = new ArrayList<>(List.of("[OPTIONS]"));
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      String label = argument.paramLabel() + (argument.arity().max() > 1 ? "..." : "");
      arguments.add(argument.arity().min() == 0 ? "[" + label + "]" : label);
    }
    page.head(
        name(command), command.summary(), "mayfly " + command.name(), String.join(" ", arguments));
    page.section("DESCRIPTION", spec.usageMessage().description());
    if (!spec.positionalParameters().isEmpty()) {
      page.line(".SH ARGUMENTS");
    }
    for (PositionalParamSpec argument : spec.positionalParameters()) {
      page.line(".TP").line(".I " + escaped(argument.paramLabel()));
      page.text(String.join(" ", argument.description()));
    }
    page.options(spec);
    page.section("NOTES", spec.usageMessage().footer());
    page.line(".SH SEE ALSO").line(".BR mayfly (1)");
    return page.page.toString();
  }

  private void head(String name, String summary, String command, String arguments) {
    line(".SH NAME").line(escaped(name) + " \\- " + styled(summary));
    line(".SH SYNOPSIS").line(".B " + escaped(command)).line(escaped(arguments));
  }

  private void options(CommandSpec spec) {
    line(".SH OPTIONS");
    for (OptionSpec option : spec.options()) {
      List<String> names = new ArrayList<>();
      for (String name : option.names()) {
        names.add("\\fB" + escaped(name) + "\\fR");
      }
      String value =
          option.arity().max() == 0 ? "" : " \\fI" + escaped(option.paramLabel()) + "\\fR";
      line(".TP").line(String.join(", ", names) + value);
      text(String.join(" ", option.description()));
    }
  }

  /** Lines of prose are filled; those that begin with blanks stand as they are. */
  private void section(String title, String[] lines) {
    String text = String.format(Locale.ROOT, String.join("%n", lines)).strip();
    if (text.isEmpty()) {
      return;
    }
    line(".SH " + title);
    for (String line : text.split("\\R")) {
      if (line.isBlank()) {
        line(".PP");
      } else if (line.startsWith(" ")) {
        line(".nf").line(guarded("  " + escaped(line.strip()))).line(".fi");
      } else {
        text(line);
      }
    }
  }

  private void text(String text) {
    line(guarded(styled(text)));
  }

  /** A line that begins with a dot or an apostrophe would be a request. */
  private static String guarded(String line) {
    return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
  }

  private static String styled(String text) {
    return CODE.matcher(escaped(text)).replaceAll("\\\\fB$1\\\\fR");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }

  private ManPage line(String line) {
    page.append(line).append('\n');
    return this;
  }
}
