package dev.mayfly.access;

import dev.mayfly.access.Result.Outcome;
import java.util.List;

/** All results of a run, in the order in which they were found. */
public record Report(Guard guard, List<Result> results) {
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

  /** Of whom the outcome is true: all names, or where each preview is guarded by itself, these. */
  public String subject() {
    List<String> named =
        results.stream()
            .filter(result -> result.outcome() == Outcome.PASSED)
            .map(Result::host)
            .distinct()
            .toList();
    boolean all =
        results.stream()
            .noneMatch(r -> r.check().equals("login") && r.outcome() == Outcome.SKIPPED);
    return all || named.isEmpty() ? guard.wildcard() : String.join(", ", named);
  }

  public List<Result> problems() {
    return results.stream().filter(Result::isProblem).toList();
  }
}
