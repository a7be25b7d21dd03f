package dev.mayfly.command;

import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the first words of a command line name a command. */
final class CommandNames {
  private CommandNames() {}

  /** The command that these words begin with. */
  static Optional<Command> find(List<String> words, List<Command> commands) {
    return commands.stream().filter(command -> startsWith(words, of(command))).findFirst();
  }

  static List<String> of(Command command) {
    return List.of(command.name().split(" "));
  }

  /** The full names of the commands of two words that share this first one. */
  static List<String> group(String first, List<Command> commands) {
    return commands.stream()
        .map(Command::name)
        .filter(name -> name.startsWith(first + " "))
        .toList();
  }

  /** Says what may have been meant by words that name none. */
  static ProblemsException unknown(List<String> words, List<Command> commands) {
    String first = words.getFirst();
    List<String> group = group(first, commands);
    if (!group.isEmpty()) {
      return UsageErrors.problem(
          "unknown-command",
          "unknown command `" + first + "`, which alone says too little",
          UsageErrors.anyOf(group));
    }
    String typed = words.size() > 1 ? first + " " + words.get(1) : first;
    List<String> names = commands.stream().map(Command::name).toList();
    List<String> near = new ArrayList<>(NearMiss.of(typed, names));
    NearMiss.of(first, names).stream().filter(name -> !near.contains(name)).forEach(near::add);
    return UsageErrors.problem(
        "unknown-command",
        "unknown command `" + first + "`",
        near.isEmpty() ? UsageErrors.LIST : "did you mean " + UsageErrors.quoted(near) + "?");
  }

  private static boolean startsWith(List<String> words, List<String> name) {
    return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
  }
}
