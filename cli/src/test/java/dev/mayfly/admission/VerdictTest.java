package dev.mayfly.admission;

import static dev.mayfly.admission.CandidateDraft.alone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.preview.PullRequest.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All gates together, and the names of previews. */
class VerdictTest {
  @Test
  void everyGateIsAskedInItsOrder() {
    CandidateDraft draft = alone();
    draft.state = State.CLOSED;
    draft.target = "other";
    Verdict verdict = Verdict.of(draft.candidate());
    assertThat(verdict.findings())
        .extracting(Verdict.Finding::gate)
        .containsExactly(
            "state",
            "draft",
            "fork",
            "author",
            "write-access",
            "target-branch",
            "label",
            "label-age",
            "changed-paths",
            "expiry",
            "limit",
            "capacity");
    assertThat(verdict.refusals())
        .extracting(Verdict.Finding::gate)
        .containsExactly("state", "target-branch");
    assertThat(verdict.admitted()).isFalse();
    assertThat(verdict.isRefused()).isTrue();
    assertThat(verdict.refusal().fault()).isEqualTo(Fault.REFUSED);
    assertThat(verdict.refusal().problems())
        .extracting(Problem::id, Problem::message)
        .containsExactly(
            tuple(
                "not-admitted-state",
                "orders#7 may not have a preview: the pull request is closed"),
            tuple(
                "not-admitted-target-branch",
                "orders#7 may not have a preview: it goes into `other`, not into `main`"));
  }

  @Test
  void whatNobodyCouldFindOutRefusesUnlessAPersonAsks() {
    CandidateDraft draft = alone();
    assertThat(Verdict.of(draft.candidate()).admitted()).isTrue();
    draft.target = "";
    Verdict verdict = Verdict.of(draft.candidate());
    assertThat(verdict.admitted()).isFalse();
    assertThat(verdict.isRefused()).isFalse();
    draft.byHand = true;
    assertThat(Verdict.of(draft.candidate()).admitted()).isTrue();
    draft.state = State.CLOSED;
    assertThat(Verdict.of(draft.candidate()).admitted()).isFalse();
  }

  @Test
  void oneMoreAnswerStandsAtTheEnd() {
    Verdict verdict = Verdict.of(alone().candidate()).and("proof", Gate.Answer.refuse("no"));
    assertThat(verdict.findings()).hasSize(Gates.ALL.size() + 1);
    assertThat(verdict.findings().getLast().gate()).isEqualTo("proof");
    assertThat(verdict.admitted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PASS, pass", "REFUSE, refused", "UNKNOWN, unknown"})
  void outcomesHaveAWord(Gate.Outcome outcome, String word) {
    assertThat(Verdict.word(outcome)).isEqualTo(word);
  }
}
