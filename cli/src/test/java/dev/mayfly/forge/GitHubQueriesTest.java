package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GitHub's schema notices what GitHub does not know; the stub asks it at every query. */
class GitHubQueriesTest {
  @BeforeEach
  void isThere() {
    assumeTrue(
        GitHubQueries.INSTANCE.isPresent(),
        "MAYFLY_GITHUB_API names no description; cli/packaging/test-github-api.sh fetches one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "query { viewer { login } }|-",
        "query { viewer { logn } }|User has no field `logn`",
        "query { viewer }|nothing is asked of `viewer`",
        "query { me { login } }|Query has no field `me`",
        "mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id})"
            + " { clientMutationId } }|-",
        "mutation($id: ID!) { enablePullRequestAutoMerge(input: {headOid: $id})"
            + " { clientMutationId } }|`input` takes no `headOid`",
        "mutation($id: String!) { enablePullRequestAutoMerge(input: {pullRequestId: $id})"
            + " { clientMutationId } }|`pullRequestId` is ID! and no String!",
        "mutation($head: GitObjectID!) { enablePullRequestAutoMerge(input: {expectedHeadOid:"
            + " $head}) { clientMutationId } }|`input` needs `pullRequestId`",
        "mutation { enablePullRequestAutoMerge { clientMutationId } }"
            + "|`enablePullRequestAutoMerge` needs `input`"
      })
  void saysWhatIsWrong(String query, String wrong) {
    String body = "{\"query\": \"" + query + "\"}";
    assertThat(String.join(", ", GitHubQueries.INSTANCE.orElseThrow().faults(body)))
        .isEqualTo(wrong == null ? "" : wrong);
  }
}
