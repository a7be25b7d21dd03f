package dev.mayfly.command;

import dev.mayfly.command.console.ExitCode;
import java.util.Map;
import java.util.TreeMap;

/** What the exit codes mean, for the pages that list them. */
final class ExitCodes {
  static final Map<Integer, String> MEANINGS =
      new TreeMap<>(
          Map.of(
              ExitCode.FINE, "fine",
              ExitCode.FINDINGS, "findings, or a difference when asked for",
              ExitCode.CONFIGURATION, "wrong usage or configuration",
              ExitCode.RENDERING, "rendering or validation failed",
              ExitCode.REMOTE, "a remote failed",
              ExitCode.REFUSED, "refused by policy",
              ExitCode.BUG, "a bug in Mayfly"));

  private ExitCodes() {}
}
