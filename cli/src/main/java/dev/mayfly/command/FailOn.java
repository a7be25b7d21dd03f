package dev.mayfly.command;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code --fail-on}: from which severity on findings end a command with 1. */
enum FailOn {
  ERROR,
  WARNING,
  NEVER;

  private static final String OPTION = "--fail-on";
  private static final List<String> WORDS = List.of("error", "warning", "never");

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.choice(OPTION, WORDS, "the least severity that ends with 1; error by default"));
  }

  static FailOn of(ParseResult parsed) {
    String word = parsed.matchedOptionValue(OPTION, "error");
    return switch (word) {
      case "error" -> ERROR;
      case "warning" -> WARNING;
      case "never" -> NEVER;
      default -> throw UsageErrors.wrongChoice(OPTION, word, WORDS);
    };
  }

  /** What could not be decided fails nobody. */
  int exitCode(List<Finding> findings) {
    boolean fails = findings.stream().filter(Finding::isProven).anyMatch(this::counts);
    return fails ? ExitCode.FINDINGS : ExitCode.FINE;
  }

  private boolean counts(Finding finding) {
    return switch (this) {
      case ERROR -> finding.severity() == Severity.ERROR;
      case WARNING -> finding.severity() != Severity.NOTE;
      case NEVER -> false;
    };
  }
}
