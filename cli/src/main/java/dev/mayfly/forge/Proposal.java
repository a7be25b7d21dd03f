package dev.mayfly.forge;

import dev.mayfly.diagnostic.Problem;
import java.util.List;

/**
 * An open change, and what could not be done about it: labels that could not be set are tried again
 * by the next run.
 */
public record Proposal(Change change, List<Problem> warnings) {
  public Proposal {
    warnings = List.copyOf(warnings);
  }
}
