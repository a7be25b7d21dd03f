package dev.mayfly.admission;

import dev.mayfly.platform.Forks;
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.Optional;

/** Commits of a fork deploy only when the fork is listed, or belongs to someone who is trusted. */
final class ForkGate implements Gate {
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
    Forks forks = candidate.platform().admission().forks();
    String fork = "the fork `" + head.get() + "`";
    if (forks.lists(head.get().path())) {
      return Answer.pass(fork + " is listed");
    }
    return forks.groups().isEmpty()
        ? Answer.refuse("it comes from " + fork + ", which is not listed")
        : byGroup(forks.groups(), candidate, fork);
  }

  /** Who owns a fork decides who may push to it, and who opened the pull request stands for it. */
  private static Answer byGroup(List<String> groups, Candidate candidate, String fork) {
    if (candidate.membership().isEmpty()) {
      return Answer.unknown(Membership.notAsked(groups));
    }
    Membership membership = candidate.membership().get();
    Optional<String> group = membership.groupOfForkOwner(groups);
    if (group.isEmpty()) {
      return Answer.refuse(
          "it comes from " + fork + ", whose owner is in " + Membership.noneOf(groups));
    }
    return membership.groupOfAuthor(groups).isPresent()
        ? Answer.pass("the owner of " + fork + " and the author are in `" + group.get() + "`")
        : Answer.refuse(
            "it comes from " + fork + ", and its author is in " + Membership.noneOf(groups));
  }
}
