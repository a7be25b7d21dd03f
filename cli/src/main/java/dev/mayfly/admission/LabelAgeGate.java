package dev.mayfly.admission;

/**
 * A label speaks for what was there when it was set. A later push by someone who cannot write needs
 * a new one.
 */
final class LabelAgeGate implements Gate {
  @Override
  public String name() {
    return "label-age";
  }

  @Override
  public Answer check(Candidate candidate) {
    return candidate
        .labelTrusted()
        .map(
            trusted ->
                trusted
                    ? Answer.pass("the label is newer than the newest push")
                    : Answer.refuse(
                        "its author cannot write to the repository and pushed after the label was set;"
                            + " set it again"))
        .orElseGet(() -> Answer.pass("the author may write, or the forge was not asked"));
  }
}
