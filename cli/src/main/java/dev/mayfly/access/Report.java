package dev.mayfly.access;

import dev.mayfly.access.Result.CheckName;
import dev.mayfly.access.Result.Outcome;
import java.util.List;
import java.util.stream.Stream;

/** All results of a run, in the order in which they were found. */
public record Report(Guard guard, List<Result> results) {
  public Report {
    results = List.copyOf(results);
  }

  /**
   * The weightiest of all outcomes; a report without results proves nothing, and one that saw no
   * login, because each preview brings its own and there is none, does not either.
   */
  public Outcome outcome() {
    return eachByItself() && guarded().isEmpty()
        ? Outcome.FAILED
        : results.stream()
            .map(Result::outcome)
            .filter(outcome -> outcome != Outcome.SKIPPED)
            .min(Outcome::compareTo)
            .orElse(Outcome.FAILED);
  }

  /** Of whom the outcome is true: all names, or where each preview is guarded by itself, these. */
  public String subject() {
    return eachByItself() && !guarded().isEmpty() ? String.join(", ", guarded()) : guard.wildcard();
  }

  /** Whether names that nobody has were seen to serve nothing, instead of the login. */
  private boolean eachByItself() {
    return logins(Outcome.SKIPPED).findAny().isPresent();
  }

  private List<String> guarded() {
    return logins(Outcome.PASSED).map(Result::host).toList();
  }

  private Stream<Result> logins(Outcome outcome) {
    return results.stream()
        .filter(result -> result.check() == CheckName.LOGIN && result.outcome() == outcome);
  }

  public List<Result> problems() {
    return results.stream().filter(Result::isProblem).toList();
  }
}
