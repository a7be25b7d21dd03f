package dev.mayfly.diagnostic;

import org.jspecify.annotations.Nullable;

/** Whose fault it is that a command cannot go on; the command layer maps each to one exit code. */
public enum Fault {
  /** The command line or {@code mayfly.yaml} is wrong. */
  CONFIGURATION,
  /** What was asked for cannot be rendered, or what was rendered is not valid. */
  RENDERING,
  /** A remote did not do its part: network, authentication, or every race lost. */
  REMOTE,
  /** Policy says no: fork, limit, expiry, mass removal. */
  REFUSED;

  /** What ends a command for one reason that stands in no file. */
  public ProblemsException error(String id, String message, String hint) {
    return error(id, null, message, hint);
  }

  /** The same for what stands somewhere. */
  public ProblemsException error(String id, @Nullable Location at, String message, String hint) {
    return new ProblemsException(this, Problem.error(id, at, message, hint));
  }
}
