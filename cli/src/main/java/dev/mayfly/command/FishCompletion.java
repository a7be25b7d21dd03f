package dev.mayfly.command;

import dev.mayfly.command.option.GlobalOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The completion script for fish, which picocli has none for: a line a command, option and word.
 */
final class FishCompletion {
  /**
   * The words so far that are no options of the program: {@code is} all of them, or they begin so.
   */
  private static final String CONDITION =
      """
      function __mayfly_words
          set -l words (commandline -opc)
          set -l found
          set -l value 0
          for word in $words[2..-1]
              if test $value = 1
                  set value 0
                  continue
              end
              switch $word
                  case %s
                      set value 1
                  case '-*'
                  case '*'
                      set -a found $word
              end
          end
          switch $argv[1]
              case is
                  test "$found" = "$argv[2]"
              case begin
                  string match -q -- "$argv[2] *" "$found "
          end
      end
      complete -c mayfly -f
      """;

  private FishCompletion() {}

  static String of(List<Command> commands) {
    Set<String> lines = new LinkedHashSet<>();
    Help.program(commands)
        .options()
        .forEach(option -> lines.add(at("is " + quoted("")) + option(option)));
    for (Command command : commands) {
      List<String> words = CommandNames.of(command);
      for (int i = 0; i < words.size(); i++) {
        String before = String.join(" ", words.subList(0, i));
        String what = i + 1 == words.size() ? " -d " + quoted(command.summary()) : "";
        lines.add(at("is " + quoted(before)) + " -a " + words.get(i) + what);
      }
      CommandSpec spec = Help.command(command);
      String here = at("begin " + quoted(command.name()));
      spec.options().forEach(option -> lines.add(here + option(option)));
      spec.positionalParameters().forEach(argument -> lines.add(here + values(argument)));
    }
    String taking = GlobalOptions.WITH_VALUE.stream().sorted().collect(Collectors.joining(" "));
    return CONDITION.formatted(taking) + String.join("\n", lines) + "\n";
  }

  private static String at(String condition) {
    return "complete -c mayfly -n " + quoted("__mayfly_words " + condition);
  }

  private static String option(OptionSpec option) {
    StringBuilder line = new StringBuilder();
    for (String name : option.names()) {
      line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    line.append(option.arity().max() == 0 ? "" : " -r" + values(option));
    return line + " -d " + quoted(String.join(" ", option.description()));
  }

  private static String values(ArgSpec argument) {
    if (argument instanceof OptionSpec option
        && option.longestName().equals(CompletionCommand.APP)) {
      return " -a '(" + CompletionCommand.LIST_APPS + ")'";
    }
    @Nullable Iterable<String> words = argument.completionCandidates();
    return words == null
        ? " -F"
        : " -a "
            + quoted(
                StreamSupport.stream(words.spliterator(), false).collect(Collectors.joining(" ")));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
