package dev.mayfly.admission;

/**
 * Argo CD's generator deploys every later push of a pull request that carries the admitted label,
 * before anybody could look at it. So it serves only those who may push to the repository anyway.
 */
final class WriteAccessGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    if (!candidate.platform().gitops().isGenerator()) {
      return Answer.pass("each commit is admitted by itself");
    }
    if (candidate.access().isEmpty()) {
      return Answer.unknown("what the author may do is not known");
    }
    return switch (candidate.access().get()) {
      case WRITE -> Answer.pass("the author may write to the repository");
      case LESS ->
          Answer.refuse(
              "its author may not write to the repository, and the generator would deploy every"
                  + " push");
      case UNKNOWN -> Answer.unknown("the forge does not tell whether its author may write");
    };
  }
}
