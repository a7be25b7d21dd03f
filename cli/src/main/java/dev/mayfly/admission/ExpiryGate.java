package dev.mayfly.admission;

import dev.mayfly.platform.Admission.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A pull request that nobody touches loses its place. */
final class ExpiryGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    Optional<Expiry> expiry = candidate.platform().admission().expiry();
    if (expiry.isEmpty() || candidate.idle().isEmpty()) {
      return Answer.pass("it does not expire");
    }
    Set<String> labels = candidate.details().labels();
    if (expiry.get().keeps(labels)) {
      return Answer.pass("the label `" + expiry.get().keepLabel() + "` keeps it");
    }
    Duration idle = candidate.idle().get();
    long days = idle.toDays();
    return expiry.get().isOver(labels, idle)
        ? Answer.refuse(
            "it was not touched for " + days + " days; the limit is " + expiry.get().idleDays())
        : Answer.pass("it was touched " + days + " days ago");
  }
}
