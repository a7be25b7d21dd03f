package dev.mayfly.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PullRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PullRequestFactsTest {
  private static final String HEAD = "0123456789abcdef0123456789abcdef01234567";
  private static final String MERGE = "f".repeat(40);

  private static Map<String, String> gitLab(String... more) {
    Map<String, String> variables =
        new HashMap<>(
            Map.of(
                "GITLAB_CI", "true",
                "CI_MERGE_REQUEST_IID", "12",
                "CI_COMMIT_SHA", HEAD,
                "CI_MERGE_REQUEST_PROJECT_PATH", "acme/group/shop",
                "CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "acme/group/shop",
                "CI_MERGE_REQUEST_LABELS", "preview, team::web",
                "CI_MERGE_REQUEST_TITLE", "Draft: x\n${y}",
                "CI_MERGE_REQUEST_DRAFT", "true",
                "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main"));
    for (int i = 0; i < more.length; i += 2) {
      variables.put(more[i], more[i + 1]);
    }
    return variables;
  }

  private static PullRequest read(Map<String, String> variables) {
    CiEvent event = PullRequestFacts.fromEnvironment(CiEnvironment.detect(variables)).orElseThrow();
    return ((CiEvent.OfPullRequest) event).pullRequest();
  }

  @Test
  void readsAMergeRequestPipeline() {
    PullRequest pr = read(gitLab());
    assertThat(pr.number().value()).isEqualTo(12);
    assertThat(pr.headSha().hex()).isEqualTo(HEAD);
    assertThat(pr.repository().path()).isEqualTo("acme/group/shop");
    assertThat(pr.isFork()).isFalse();
    assertThat(pr.details().draft()).isTrue();
    assertThat(pr.details().labels()).containsExactlyInAnyOrder("preview", "team::web");
    assertThat(pr.details().title()).isEqualTo("Draft: x\n${y}");
  }

  @Test
  void prefersTheSourceBranchsHeadToAMergeCommit() {
    Map<String, String> variables =
        gitLab("CI_COMMIT_SHA", MERGE, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", HEAD);
    assertThat(read(variables).headSha().hex()).isEqualTo(HEAD);
    assertThat(read(gitLab("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", "")).headSha().hex())
        .isEqualTo(HEAD);
  }

  @Test
  void knowsADraftByItsTitleWhereGitLabHasNoVariableYet() {
    assertThat(read(gitLab("CI_MERGE_REQUEST_DRAFT", "")).details().draft()).isTrue();
    assertThat(read(gitLab("CI_MERGE_REQUEST_DRAFT", "false")).details().draft()).isFalse();
    Map<String, String> ready = gitLab("CI_MERGE_REQUEST_DRAFT", "", "CI_MERGE_REQUEST_TITLE", "x");
    assertThat(read(ready).details().draft()).isFalse();
  }

  @Test
  void takesAnotherSourceProjectForAFork() {
    assertThat(read(gitLab("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "eve/shop")).isFork()).isTrue();
    assertThat(read(gitLab("CI_MERGE_REQUEST_SOURCE_PROJECT_PATH", "")).isFork()).isTrue();
  }

  @Test
  void refusesBadVariablesByTheirName() {
    ProblemsException e =
        catchThrowableOfType(
            ProblemsException.class,
            () -> read(gitLab("CI_MERGE_REQUEST_IID", "007", "CI_COMMIT_SHA", "\u001b[2Jx")));
    assertThat(e.problems())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "`CI_MERGE_REQUEST_IID` is `007`, which is not an integer from 1 to 2147483647",
            "`CI_COMMIT_SHA` is `[2Jx`, which is not a full commit id of 40 lower-case hex digits");
  }

  @Test
  void findsNoPullRequestWhereNoneIs() {
    assertThat(PullRequestFacts.fromEnvironment(CiEnvironment.detect(Map.of()))).isEmpty();
    Map<String, String> branchPipeline = Map.of("GITLAB_CI", "true", "CI_COMMIT_SHA", HEAD);
    assertThat(PullRequestFacts.fromEnvironment(CiEnvironment.detect(branchPipeline))).isEmpty();
  }

  @Test
  void readsTheEventFileThatActionsName() {
    Map<String, String> gitHub =
        Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_EVENT_PATH", "examples/events/github-opened.json");
    assertThat(read(gitHub).number().value()).isEqualTo(128);
    Map<String, String> gitea =
        Map.of(
            "GITHUB_ACTIONS", "true",
            "GITEA_ACTIONS", "true",
            "GITHUB_EVENT_PATH", "examples/events/gitea-opened.json");
    assertThat(CiEnvironment.detect(gitea).kind()).isEqualTo(CiEnvironment.Kind.GITEA_ACTIONS);
    assertThat(read(gitea).number().value()).isEqualTo(17);
  }

  @Test
  void readsFactsGivenByHand() {
    PullRequest pr = PullRequestFacts.byHand("7", HEAD, "acme/shop").pullRequest();
    assertThat(pr.details()).isEqualTo(PullRequest.Details.UNKNOWN);
    ProblemsException e =
        catchThrowableOfType(
            ProblemsException.class, () -> PullRequestFacts.byHand("0", "abc", "shop"));
    assertThat(e.problems()).hasSize(3);
  }
}
