package dev.mayfly.admission;

import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/** Commits of a fork deploy only when the fork is listed. */
final class ForkGate implements Gate {
  @Override
  public String name() {
    return "fork";
  }

  @Override
  public Answer check(Candidate candidate) {
    if (candidate.byHand()) {
      return Answer.unknown("where the commits come from is not known");
    }
    if (!candidate.pullRequest().isFork()) {
      return Answer.pass("the commits are in the repository itself");
    }
    Optional<RepositoryName> head = candidate.details().headRepository();
    if (head.isEmpty()) {
      return Answer.refuse("it comes from a fork that is gone");
    }
    boolean listed =
        candidate.platform().admission().forks().stream()
            .anyMatch(fork -> fork.equalsIgnoreCase(head.get().path()));
    return listed
        ? Answer.pass("the fork `" + head.get() + "` is listed")
        : Answer.refuse("it comes from the fork `" + head.get() + "`, which is not listed");
  }
}
