package dev.mayfly.admission;

import dev.mayfly.platform.Admission.Expiry;
import java.util.Optional;

/** A pull request that nobody touches loses its place. */
final class ExpiryGate implements Gate {
  @Override
  public String name() {
    return "expiry";
  }

  @Override
  public Answer check(Candidate candidate) {
    Optional<Expiry> expiry = candidate.platform().admission().expiry();
    if (expiry.isEmpty() || candidate.idle().isEmpty()) {
      return Answer.pass("it does not expire");
    }
    if (candidate.details().labels().contains(expiry.get().keepLabel())) {
      return Answer.pass("the label `" + expiry.get().keepLabel() + "` keeps it");
    }
    long days = candidate.idle().get().toDays();
    return days < expiry.get().idleDays()
        ? Answer.pass("it was touched " + days + " days ago")
        : Answer.refuse(
            "it was not touched for " + days + " days; the limit is " + expiry.get().idleDays());
  }
}
