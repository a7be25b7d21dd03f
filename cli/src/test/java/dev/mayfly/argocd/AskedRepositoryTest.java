package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.ForgeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which repositories a set asks forges about. */
class AskedRepositoryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          github: {owner: a, repo: b} | github https://github.com a/b false GITHUB
          github: {owner: a, repo: b, api: "https://git.acme.dev/api/v3/"} | github https://git.acme.dev a/b false GITHUB
          github: {owner: a, repo: b, api: "https://api.github.com"} | github https://github.com a/b false GITHUB
          github: {owner: a, repo: b, api: "https://api.acme.ghe.com/"} | github https://acme.ghe.com a/b false GITHUB
          gitlab: {project: a/b/c} | gitlab https://gitlab.com a/b/c true GITLAB
          gitlab: {project: a/b, pullRequestState: opened, api: "https://g/api/v4"} | gitlab https://g a/b false GITLAB
          gitlab: {project: a/b, pullRequestState: closed} | gitlab https://gitlab.com a/b true GITLAB
          gitea: {owner: a, repo: b} | gitea  a/b false GITEA
          gitea: {owner: a, repo: b, api: "https://g/"} | gitea https://g a/b false GITEA
          bitbucket: {owner: a, repo: b} | bitbucket https://bitbucket.com a/b false NONE
          """)
  void aGeneratorsRepository(String provider, String asked) {
    assertThat(
            AskedRepository.of(
                ApplicationSetSimulationTest.parse(
                    "spec: {generators: [{list: {}}, {pullRequest: {" + provider + "}}]}")))
        .singleElement()
        .satisfies(it ->
            assertThat(
                    it.provider()
                        + " "
                        + it.url()
                        + " "
                        + it.path()
                        + " "
                        + it.closed()
                        + " "
                        + it.kind())
                .isEqualTo(asked));
  }

  @Test
  void nestedGeneratorsAskToo() {
    assertThat(
            AskedRepository.of(
                ApplicationSetSimulationTest.parse(
                    """
                    spec:
                      generators:
                      - matrix: {generators: [{list: {}}, {pullRequest: {github: {owner: a, repo: b}}}]}
                      - merge: {generators: [{pullRequest: {gitea: {owner: c, repo: d}}}]}
                      - pullRequest: {github: x}
                      - pullRequest: x
                    """)))
        .extracting(AskedRepository::path)
        .containsExactly("a/b", "c/d");
    assertThat(ForgeSettings.Kind.NONE.service()).isEmpty();
  }
}
