package dev.mayfly.delivery;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.List;
import java.util.Set;

/** Which refusals people are told on their pull request. */
final class Refusals {
  /** Nobody has asked for a preview of this, or it is over. */
  private static final Set<String> UNASKED =
      Set.of("not-admitted-state", "not-admitted-label", "not-admitted-changed-paths");

  private Refusals() {}

  /** Whether somebody asked for a preview and can do something about not having one. */
  static boolean concernPeople(ProblemsException refusal) {
    boolean mendable = refusal.fault() == Fault.REFUSED || refusal.fault() == Fault.RENDERING;
    return mendable && concernPeople(refusal.problems());
  }

  static boolean concernPeople(List<Problem> reasons) {
    return !reasons.isEmpty() && reasons.stream().noneMatch(p -> UNASKED.contains(p.id()));
  }
}
