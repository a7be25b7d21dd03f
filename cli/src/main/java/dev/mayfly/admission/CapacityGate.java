package dev.mayfly.admission;

import java.util.ArrayList;
import java.util.List;

/**
 * What all previews together request must fit into what the platform may use. Who was let in is not
 * put out by a capacity that was lowered since; {@code status} shows it.
 */
final class CapacityGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    if (candidate.holders().contains(candidate.id())) {
      return Answer.pass("it holds its share already");
    }
    CapacityUse use =
        CapacityUse.of(
            candidate.platform(),
            candidate.templates(),
            candidate.app(),
            candidate.id(),
            candidate.holders());
    List<String> sums = new ArrayList<>();
    for (String resource : CapacityUse.RESOURCES) {
      if (use.exceeds(resource)) {
        return Answer.refuse("the previews would not fit: " + use.sum(resource));
      }
      if (candidate.platform().capacity().of(resource).isPresent()) {
        sums.add(use.sum(resource));
      }
    }
    return Answer.pass(sums.isEmpty() ? "no capacity is set" : String.join("; ", sums));
  }
}
