package dev.mayfly.command;

import java.util.List;
import java.util.Optional;

/** How the first words of a command line name a command. */
final class Words {
  private Words() {}

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

  private static boolean startsWith(List<String> words, List<String> name) {
    return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
  }
}
