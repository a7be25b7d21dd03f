package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description notices what GitHub does not know; the stub asks it at every request. */
class GitHubDescriptionTest {
  @BeforeEach
  void isThere() {
    assumeTrue(
        GitHubDescription.INSTANCE.isPresent(),
        "MAYFLY_GITHUB_API names no description; cli/packaging/test-github-api.sh fetches one");
  }

  private static String faults(String method, String path, String body) {
    return String.join(
        ", ", GitHubDescription.INSTANCE.orElseThrow().faults(method, URI.create(path), body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GET|/repos/a/b/pulls?state=open&per_page=100|-|-",
        "GET|/api/v3/repos/a/b/pulls/7|-|-",
        "GET|/repos/a/b/pulls?state=merged|-|query `state` may not be `merged`",
        "GET|/repos/a/b/pulls?limit=5|-|query `limit` is unknown",
        "GET|/repos/a/b/merge_requests|-|no GET /repos/a/b/merge_requests",
        "PUT|/repos/a/b/pulls|-|no PUT /repos/a/b/pulls",
        "POST|/repos/a/b/pulls|{\"title\": \"t\", \"head\": \"h\", \"base\": \"b\"}|-",
        "POST|/repos/a/b/pulls|{\"title\": \"t\", \"head\": \"h\"}|body.base is missing",
        "POST|/repos/a/b/pulls|{\"title\": \"t\", \"head\": \"h\", \"base\": 7}|body.base is not a string",
        "POST|/repos/a/b/pulls|{\"head\": \"h\", \"base\": \"b\", \"description\": \"\"}|"
            + "body.description is unknown",
        "PATCH|/repos/a/b/pulls/7|{\"state\": \"merged\"}|body.state may not be \"merged\"",
        "POST|/repos/a/b/issues/7/comments|-|no body",
        "DELETE|/repos/a/b/issues/comments/7|{}|a body where none is described"
      })
  void saysWhatIsWrong(String method, String path, String body, String wrong) {
    assertThat(faults(method, path, body == null ? "" : body))
        .isEqualTo(wrong == null ? "" : wrong);
  }

  @Test
  void theStubTurnsAwayWhatIsNotDescribed() {
    PullsStub stub = new PullsStub(false);
    URI uri = URI.create("/repos/" + StubForge.REPOSITORY + "/pulls?state=merged");
    assertThat(stub.answer("GET", uri, "").status()).isEqualTo(418);
    assertThat(new PullsStub(true).answer("GET", uri, "").status()).isEqualTo(200);
  }
}
