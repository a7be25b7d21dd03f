package dev.mayfly.admission;

import dev.mayfly.forge.RepositoryAccess;

/**
 * A label speaks for what was there when it was set. A later push by someone who cannot write needs
 * a new one.
 */
final class LabelAgeGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    if (candidate.labelAge().isEmpty()) {
      return Answer.pass("the author may write, or the forge was not asked");
    }
    boolean known = candidate.access().filter(RepositoryAccess.LESS::equals).isPresent();
    return switch (candidate.labelAge().get()) {
      case NEWER -> Answer.pass("the label is newer than the newest push");
      case OLDER ->
          known
              ? Answer.refuse(
                  "its author cannot write to the repository and pushed after the label was set;"
                      + " set it again")
              : Answer.unknown(
                  "its author pushed after the label was set, and the forge does not tell this token"
                      + " whether they may write; set it again, or let the token ask");
      case UNKNOWN ->
          Answer.unknown(
              known
                  ? "its author cannot write to the repository, and the forge does not tell whether"
                      + " the label is newer than the newest push"
                  : "the forge tells this token neither whether the author may write nor whether"
                      + " the label is newer than the newest push");
    };
  }
}
