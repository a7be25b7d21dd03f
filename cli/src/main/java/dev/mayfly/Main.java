package dev.mayfly;

import dev.mayfly.command.Cli;
import dev.mayfly.command.CommandCatalog;
import dev.mayfly.command.console.Console;
import java.util.List;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int code = run(List.of(args), Console.system());
    // System.exit looks for a logger first, which costs more than some commands take.
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(List<String> args, Console console) {
    return new Cli(CommandCatalog.all()).run(args, console);
  }
}
