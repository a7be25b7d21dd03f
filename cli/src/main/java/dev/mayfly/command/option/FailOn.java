package dev.mayfly.command.option;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --fail-on}: from which severity on findings end a command with 1. */
public enum FailOn {
  ERROR,
  WARNING,
  NEVER;

  private static final ValueOption<FailOn> OPTION =
      ValueOption.choice(
          "--fail-on", values(), "the least severity that ends with 1; error by default");

  public static void addTo(CommandSpec spec) {
    spec.addOption(OPTION.spec());
  }

  public static FailOn of(Invocation invocation) {
    return OPTION.in(invocation).orElse(ERROR);
  }

  /** What could not be decided fails nobody. */
  public int exitCode(List<Finding> findings) {
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
