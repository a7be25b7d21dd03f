package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.argocd.PullRequestParameter.Chosen;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.Location;
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

  /** A branch of a script that is not transliterated does harm only where its slug is read. */
  @Test
  void aSlugThatIsNotKnownMattersWhereItIsRead() throws GeneratorStop {
    GeneratorPullRequest pull =
        GeneratorPullRequest.of(ApplicationSetSimulationTest.pull(7, "\u5206\u652f"));
    Location at = Location.ofFile("set.yaml");
    assertThat(PullRequestParameter.BRANCH_SLUG.of(pull, false, at)).isEqualTo(GoValue.of(""));
    assertThatThrownBy(() -> PullRequestParameter.BRANCH_SLUG.of(pull, true, at))
        .hasMessageContaining("has no slug here");
  }

  @Test
  void thereAreNoOthers() {
    assertThat(PullRequestParameter.named("NUMBER")).isEmpty();
    assertThat(PullRequestParameter.isFree("values")).isFalse();
  }
}
