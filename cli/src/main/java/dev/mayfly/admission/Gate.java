package dev.mayfly.admission;

/** One reason why a pull request may not have a preview. */
public interface Gate {
  Answer check(Candidate candidate);

  /** What a gate says, and why. */
  record Answer(Outcome outcome, String reason) {
    public static Answer pass(String reason) {
      return new Answer(Outcome.PASS, reason);
    }

    public static Answer refuse(String reason) {
      return new Answer(Outcome.REFUSE, reason);
    }

    public static Answer unknown(String reason) {
      return new Answer(Outcome.UNKNOWN, reason);
    }
  }

  /** How a gate decides. */
  enum Outcome {
    PASS,
    REFUSE,
    /** The facts do not say. Counts as a refusal unless a person named the pull request by hand. */
    UNKNOWN
  }
}
