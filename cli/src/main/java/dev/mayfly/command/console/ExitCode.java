package dev.mayfly.command.console;

import dev.mayfly.diagnostic.Fault;

/** What the program tells its caller; scripts rely on these numbers. */
public final class ExitCode {
  public static final int FINE = 0;

  /** Findings, or a difference when asked for one. */
  public static final int FINDINGS = 1;

  public static final int CONFIGURATION = 2;
  public static final int RENDERING = 3;
  public static final int REMOTE = 4;
  public static final int REFUSED = 5;
  public static final int BUG = 70;

  private ExitCode() {}

  public static int of(Fault fault) {
    return switch (fault) {
      case CONFIGURATION -> CONFIGURATION;
      case RENDERING -> RENDERING;
      case REMOTE -> REMOTE;
      case REFUSED -> REFUSED;
    };
  }
}
