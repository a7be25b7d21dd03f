package dev.mayfly.admission;

/** Drafts wait, unless the platform lets them in. */
final class DraftGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    if (!candidate.details().draft()) {
      return Answer.pass("it is not a draft");
    }
    return candidate.platform().admission().drafts()
        ? Answer.pass("drafts are let in")
        : Answer.refuse("it is a draft, and `admission.drafts` is false");
  }
}
