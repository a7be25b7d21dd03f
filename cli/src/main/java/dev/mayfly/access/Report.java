package dev.mayfly.access;

import dev.mayfly.access.Result.Outcome;
import java.util.List;

/** All results of a run, in the order in which they were found. */
public record Report(AccessApplication application, List<Result> results) {
  public Report {
    results = List.copyOf(results);
  }

  /** The weightiest of all outcomes; a report without results proves nothing. */
  public Outcome outcome() {
    return results.stream()
        .map(Result::outcome)
        .filter(outcome -> outcome != Outcome.SKIPPED)
        .min(Outcome::compareTo)
        .orElse(Outcome.FAILED);
  }

  public List<Result> problems() {
    return results.stream().filter(Result::isProblem).toList();
  }
}
