package dev.mayfly.command.option;

import dev.mayfly.command.console.Console;
import dev.mayfly.diagnostic.Activity;
import picocli.CommandLine.ParseResult;

/** What one run was asked on its command line, and the console that it was asked at. */
public record Invocation(ParseResult parsed, Console console) {
  /** The same, telling somebody of what takes time. */
  public Invocation with(Activity told) {
    return new Invocation(parsed, console.with(told));
  }
}
