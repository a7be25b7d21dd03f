package dev.mayfly.admission;

import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.yaml.Choice;

/** A closed or merged pull request has no preview. */
final class StateGate implements Gate {
  @Override
  public Answer check(Candidate candidate) {
    State state = candidate.details().state();
    return state == State.OPEN
        ? Answer.pass("the pull request is open")
        : Answer.refuse("the pull request is " + Choice.word(state));
  }
}
