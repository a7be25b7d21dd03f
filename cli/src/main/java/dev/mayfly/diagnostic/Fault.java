package dev.mayfly.diagnostic;

/** Whose fault it is that a command cannot go on; the command layer maps each to one exit code. */
public enum Fault {
  /** The command line or {@code mayfly.yaml} is wrong. */
  CONFIGURATION,
  /** What was asked for cannot be rendered, or what was rendered is not valid. */
  RENDERING,
  /** A remote did not do its part: network, authentication, or every race lost. */
  REMOTE,
  /** Policy says no: fork, limit, expiry, mass removal. */
  REFUSED
}
