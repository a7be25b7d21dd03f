package dev.mayfly;

import dev.mayfly.command.Cli;
import dev.mayfly.command.CommandCatalog;
import dev.mayfly.command.Console;
import java.util.List;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(new Cli(CommandCatalog.all()).run(List.of(args), Console.system()));
  }
}
