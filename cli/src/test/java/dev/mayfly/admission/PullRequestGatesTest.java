package dev.mayfly.admission;

import static dev.mayfly.admission.CandidateDraft.alone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.LabelTiming.Age;
import dev.mayfly.forge.RepositoryAccess;
import dev.mayfly.preview.PullRequest.State;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the pull request itself says: its state, branch and labels. */
class PullRequestGatesTest {
  private final CandidateDraft draft = alone();

  @ParameterizedTest
  @CsvSource({
    "OPEN, PASS the pull request is open",
    "CLOSED, REFUSE the pull request is closed",
    "MERGED, REFUSE the pull request is merged"
  })
  void onlyWhatIsOpen(State state, String answer) {
    draft.state = state;
    assertThat(draft.at("state")).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "false | false | PASS it is not a draft",
        "false | true  | PASS it is not a draft",
        "true  | false | REFUSE it is a draft, and `admission.drafts` is false",
        "true  | true  | PASS drafts are let in"
      })
  void draftsWait(boolean isDraft, boolean letIn, String answer) {
    draft.isDraft = isDraft;
    draft.with("spec.admission.drafts", Boolean.toString(letIn));
    assertThat(draft.at("draft")).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[main]              | main      | PASS it goes into `main`",
        "[main]              | Main      | REFUSE it goes into `Main`, not into `main`",
        "[main]              | mainly    | REFUSE it goes into `mainly`, not into `main`",
        "[main, 'release/*'] | release/1 | PASS it goes into `release/1`",
        "[main, 'release/*'] | release/1/2 | REFUSE it goes into `release/1/2`, not into `main` or `release/*`",
        "[main]              | ''        | UNKNOWN the target branch is not known"
      })
  void onlyIntoTheListedBranches(String branches, String target, String answer) {
    draft.target = target;
    draft.with("spec.admission.targetBranches", branches);
    assertThat(draft.at("target-branch")).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "preview            | PASS its labels are right",
        "preview,ready      | PASS its labels are right",
        "ready              | REFUSE it lacks the label `preview`",
        "Preview            | REFUSE it lacks the label `preview`",
        "''                 | REFUSE it lacks the label `preview`",
        "preview,no-preview | REFUSE it has the label `no-preview`",
        "preview,hold,no-preview | REFUSE it has the label `no-preview` and `hold`",
        "no-preview         | REFUSE it lacks the label `preview`"
      })
  void labelsOptInAndOut(String present, String answer) {
    draft.labels = Set.of(present.split(","));
    draft.with("spec.admission.labels.none", "[no-preview, hold]");
    assertThat(draft.at("label")).isEqualTo(answer);
  }

  @Test
  void everyLabelIsNamedThatIsMissing() {
    draft.with("spec.admission.labels.all", "[one, preview, two]");
    assertThat(draft.at("label")).isEqualTo("REFUSE it lacks the label `one` and `two`");
  }

  @Test
  void byHandTheLabelsAreNotKnown() {
    draft.byHand = true;
    assertThat(draft.at("label")).isEqualTo("UNKNOWN the labels are not known");
  }

  @ParameterizedTest
  @CsvSource({
    ",        LESS,    PASS the author may write",
    "NEWER,   LESS,    PASS the label is newer than the newest push",
    "OLDER,   LESS,    REFUSE its author cannot write to the repository",
    "OLDER,   UNKNOWN, UNKNOWN its author pushed after the label was set",
    "OLDER,   ,        UNKNOWN its author pushed after the label was set",
    "UNKNOWN, LESS,    UNKNOWN its author cannot write to the repository",
    "UNKNOWN, UNKNOWN, UNKNOWN the forge tells this token neither",
    "UNKNOWN, ,        UNKNOWN the forge tells this token neither"
  })
  void aLabelSpeaksForWhatWasThere(Age age, RepositoryAccess access, String answer) {
    draft.labelAge = Optional.ofNullable(age);
    draft.access = Optional.ofNullable(access);
    assertThat(draft.at("label-age")).startsWith(answer);
  }
}
