package dev.mayfly.admission;

import dev.mayfly.platform.Admission.Labels;
import java.util.List;
import java.util.Set;

/** People opt in and out by labels. */
final class LabelGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    Labels labels = candidate.platform().admission().labels();
    if (candidate.byHand()) {
      return Answer.unknown("the labels are not known");
    }
    Set<String> present = candidate.details().labels();
    List<String> missing = labels.missing(present);
    if (!missing.isEmpty()) {
      return Answer.refuse("it lacks the label `" + String.join("` and `", missing) + "`");
    }
    List<String> against = labels.against(present);
    return against.isEmpty()
        ? Answer.pass("its labels are right")
        : Answer.refuse("it has the label `" + String.join("` and `", against) + "`");
  }
}
