package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What lint takes for known words of generators is what the simulation works with. */
class KnownParametersTest {
  @Test
  void generatorsNameTheirParameters() {
    assertThat(ClusterGenerator.parameters())
        .containsExactlyInAnyOrder("name", "nameNormalized", "server", "project");
    assertThat(ScmProviderGenerator.parameters())
        .contains("organization", "repository", "url", "branch", "sha", "labels");
    assertThat(GitGenerator.parameters(false))
        .contains("path", "segments", "basename", "basenameNormalized")
        .doesNotContain("filename");
    assertThat(GitGenerator.parameters(true)).contains("path", "filename", "filenameNormalized");
  }

  @Test
  void aFilterNamesItsConditions() {
    assertThat(PullRequestFilter.conditions())
        .containsExactlyInAnyOrder("branchMatch", "targetBranchMatch", "titleMatch");
  }

  @Test
  void aPolicyOfTheControllerIsWrittenAsItsFlagIs() {
    assertThat(ApplicationsSync.values())
        .extracting(ApplicationsSync::toString)
        .containsExactly("sync", "create-only", "create-update", "create-delete");
  }
}
