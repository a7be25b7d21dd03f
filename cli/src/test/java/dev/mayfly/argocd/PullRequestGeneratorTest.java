package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pull requests each forge's generator is given, by their numbers. */
class PullRequestGeneratorTest {
  private static final GeneratorInputs LISTED =
      ApplicationSetSimulationTest.inputs(
          Stream.of(
                  pull("acme/shop", 4, State.MERGED),
                  pull("acme/shop", 3, State.CLOSED),
                  pull("acme/shop", 2, State.OPEN, "preview", "x"),
                  pull("acme/shop", 1, State.OPEN, "x"),
                  pull("acme/other", 5, State.OPEN, "preview"))
              .toList());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          github: {owner: acme, repo: shop} | 1 2
          github: {owner: ACME, repo: Shop} | 1 2
          github: {owner: acme, repo: shop, labels: [preview]} | 2
          github: {owner: acme, repo: shop, labels: [preview, x]} | 2
          github: {owner: acme, repo: shop, labels: [preview, other]} |
          github: {owner: acme, repo: none} |
          gitea: {api: "https://g", owner: acme, repo: shop} | 1 2
          gitea: {api: "https://g", owner: acme, repo: shop, labels: [preview]} | 2
          bitbucket: {owner: acme, repo: shop} | 1 2
          bitbucketServer: {api: "https://b", project: acme, repo: shop} | 1 2 5
          azuredevops: {organization: o, project: acme, repo: shop} | 1 2 5
          azuredevops: {organization: o, project: acme, repo: shop, labels: [preview]} | 2 5
          gitlab: {project: acme/shop} | 1 2 3 4
          gitlab: {project: "4711"} | 1 2 3 4 5
          gitlab: {project: acme/shop, pullRequestState: opened} | 1 2
          gitlab: {project: acme/shop, pullRequestState: closed} | 3
          gitlab: {project: acme/shop, pullRequestState: merged} | 4
          gitlab: {project: acme/shop, pullRequestState: locked} |
          gitlab: {project: acme/shop, pullRequestState: opened, labels: [preview]} | 2
          """)
  void aForgeLists(String provider, String numbers) {
    Simulation simulation =
        ApplicationSetSimulationTest.run(
            "generators: [{pullRequest: {"
                + provider
                + "}}]\ntemplate:\n  metadata: {name: '{{.number}}'}\n"
                + "  spec: {project: p, source: {repoURL: r, path: p}, destination: {name: c}}\n",
            LISTED);
    assertThat(simulation.problems()).isEmpty();
    assertThat(
            String.join(
                " ", simulation.applications().stream().map(GeneratedApplication::name).toList()))
        .isEqualTo(numbers == null ? "" : numbers);
  }

  private static PullRequest pull(String repository, int number, State state, String... labels) {
    return new PullRequest(
        new RepositoryName(repository),
        new PullRequestNumber(number),
        new CommitSha("1".repeat(40)),
        new PullRequest.Details(
            state, false, "t", "mona", "b", "main", Optional.empty(), Set.of(labels)));
  }
}
