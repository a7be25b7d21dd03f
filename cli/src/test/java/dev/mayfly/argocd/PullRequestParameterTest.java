package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.PullRequestParameter.Chosen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullRequestParameterTest {
  @ParameterizedTest
  @CsvSource({
    "number, BY_FORGE, false",
    "title, FREELY, false",
    "branch, FREELY, true",
    "branch_slug, AS_SLUG, true",
    "target_branch, FREELY, false",
    "target_branch_slug, AS_SLUG, false",
    "head_sha, AS_COMMIT, true",
    "head_short_sha_7, AS_COMMIT, true",
    "labels, FREELY, false"
  })
  void whoChoosesIt(String key, Chosen chosen, boolean head) {
    PullRequestParameter parameter = PullRequestParameter.named(key).orElseThrow();
    assertThat(parameter.key()).isEqualTo(key);
    assertThat(parameter.chosen()).isEqualTo(chosen);
    assertThat(parameter.isHead()).isEqualTo(head);
    assertThat(PullRequestParameter.isFree(key)).isEqualTo(chosen == Chosen.FREELY);
    assertThat(PullRequestParameter.keys()).contains(key).hasSize(11);
  }

  @Test
  void thereAreNoOthers() {
    assertThat(PullRequestParameter.named("NUMBER")).isEmpty();
    assertThat(PullRequestParameter.isFree("values")).isFalse();
  }
}
