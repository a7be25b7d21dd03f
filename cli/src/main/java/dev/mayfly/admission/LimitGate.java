package dev.mayfly.admission;

import dev.mayfly.preview.PreviewId;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * The platform holds so many previews at one time, of an environment all as one. Who holds a place
 * keeps it.
 */
final class LimitGate implements Gate {
  /** A refusal names the holders, as long as somebody reads on. */
  private static final int NAMED = 50;

  @Override
  public Answer check(Candidate candidate) {
    int limit = candidate.platform().admission().limit();
    if (candidate.holders().contains(candidate.id())) {
      return Answer.pass("it holds a place already");
    }
    SortedSet<PreviewId> places = candidate.platform().places(candidate.holders());
    if (places.contains(candidate.platform().place(candidate.id()))) {
      return Answer.pass("its environment holds a place already");
    }
    int others = places.size();
    if (others < limit) {
      return Answer.pass(others + " of " + limit + " places are taken by others");
    }
    String holders =
        places.stream().limit(NAMED).map(PreviewId::toString).collect(Collectors.joining(", "));
    return Answer.refuse(
        (limit == 1 ? "the one place is" : "all " + limit + " places are")
            + " taken, by "
            + holders
            + (others > NAMED ? " and " + (others - NAMED) + " more" : ""));
  }
}
