package dev.mayfly.admission;

import dev.mayfly.admission.Gate.Outcome;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.List;
import java.util.stream.Stream;

/** What every gate said about one pull request. */
public record Verdict(Candidate candidate, List<Finding> findings) {
  /** A gate's name and its answer. */
  public record Finding(String gate, Gate.Answer answer) {}

  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Asks every gate; none is left out after a refusal, so that all reasons are known at once. */
  public static Verdict of(Candidate candidate) {
    return new Verdict(
        candidate,
        Gates.ALL.stream().map(it -> new Finding(it.name(), it.gate().check(candidate))).toList());
  }

  /** The same with one more answer. */
  public Verdict and(String gate, Gate.Answer answer) {
    return new Verdict(
        candidate, Stream.concat(findings.stream(), Stream.of(new Finding(gate, answer))).toList());
  }

  public boolean admitted() {
    return refusals().isEmpty();
  }

  public List<Finding> refusals() {
    return findings.stream().filter(this::refuses).toList();
  }

  /** Whether something speaks against it; what could not be found out does not. */
  public boolean isRefused() {
    return findings.stream().anyMatch(f -> f.answer().outcome() == Outcome.REFUSE);
  }

  private boolean refuses(Finding finding) {
    return switch (finding.answer().outcome()) {
      case PASS -> false;
      case REFUSE -> true;
      case UNKNOWN -> !candidate.byHand();
    };
  }

  /** The refusal as a problem for each gate that refused. */
  public ProblemsException refusal() {
    return new ProblemsException(
        Fault.REFUSED,
        refusals().stream()
            .map(finding ->
                Problem.error(
                    "not-admitted-" + finding.gate(),
                    null,
                    candidate.id() + " may not have a preview: " + finding.answer().reason()))
            .toList());
  }

  /** The outcome as a word for reports. */
  public static String word(Outcome outcome) {
    return switch (outcome) {
      case PASS -> "pass";
      case REFUSE -> "refused";
      case UNKNOWN -> "unknown";
    };
  }
}
