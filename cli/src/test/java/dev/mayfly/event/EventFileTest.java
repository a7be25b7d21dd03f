package dev.mayfly.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFileTest {
  private static final String SHA = "1e39".repeat(10);

  /** A small event with one value of each kind to replace. */
  private static String event(String number, String sha, String headRepo, String title) {
    return """
    {"action": "labeled", "repository": {"full_name": "acme/shop"},
     "pull_request": {"number": %s, "state": "open", "title": %s, "user": null,
      "labels": [{"name": "preview"}, {"name": "a,b"}],
      "head": {"sha": %s, "ref": "x", "repo": %s},
      "base": {"ref": "main", "repo": {"full_name": "acme/shop"}}}}
    """
        .formatted(number, title, sha, headRepo);
  }

  private static CiEvent.OfPullRequest read(String json) {
    return event(EventFile.read("event.json", json.getBytes(StandardCharsets.UTF_8)));
  }

  private static CiEvent.OfPullRequest event(CiEvent read) {
    return (CiEvent.OfPullRequest) read;
  }

  private static Problem refused(String json) {
    ProblemsException e = catchThrowableOfType(ProblemsException.class, () -> read(json));
    assertThat(e).as("refused").isNotNull();
    assertThat(e.fault()).isEqualTo(Fault.CONFIGURATION);
    assertThat(e.problems()).hasSize(1);
    return e.problems().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "github-opened, OPENED, OPEN, 128, jomcgi/homelab, false",
    "github-synchronize, SYNCHRONIZE, OPEN, 128, jomcgi/homelab, false",
    "github-closed, CLOSED, MERGED, 128, jomcgi/homelab, false",
    "github-fork, LABELED, OPEN, 131, jomcgi/homelab, true",
    "gitea-opened, OPENED, OPEN, 17, acme/shop, false",
  })
  void readsTheExampleEvents(
      String file,
      EventAction action,
      PullRequest.State state,
      int number,
      String repository,
      boolean fork) {
    CiEvent.OfPullRequest event =
        event(PullRequestFacts.fromFile(Path.of("examples/events", file + ".json"), file));
    PullRequest pr = event.pullRequest();
    assertThat(event.action()).isEqualTo(action);
    assertThat(pr.details().state()).isEqualTo(state);
    assertThat(pr.number().value()).isEqualTo(number);
    assertThat(pr.repository()).isEqualTo(new RepositoryName(repository));
    assertThat(pr.isFork()).isEqualTo(fork);
    assertThat(pr.details().labels()).containsExactly("preview");
    assertThat(pr.details().targetBranch()).isEqualTo("main");
    assertThat(pr.details().author()).isIn("ada-lind", "quiet-otter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"7\"",
        "-1",
        "0",
        "1e3",
        "7.0",
        "2147483648",
        "9223372036854775808",
        "null",
        "[7]",
        "{}",
        "true",
        "\"\"",
        "-0"
      })
  void refusesANumberThatIsNoIntegerInRange(String number) {
    Problem problem = refused(event(number, "\"" + SHA + "\"", "null", "\"t\""));
    assertThat(problem.id()).isEqualTo("pull-request-number");
    assertThat(problem.location())
        .extracting(Location::line, Location::column)
        .isEqualTo(List.of(2, 29));
  }

  @Test
  void readsTheLargestNumber() {
    String json = event("2147483647", "\"" + SHA + "\"", "null", "\"t\"");
    assertThat(read(json).pullRequest().number().value()).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"007", "+7", "0x7", "7_0", "NaN", "7,", "'7'", "// 7", "yes"})
  void refusesWhatIsNotJson(String number) {
    assertThat(refused(event(number, "\"" + SHA + "\"", "null", "\"t\"")).id())
        .isEqualTo("json-syntax");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"1e39\"",
        "\"1E391E391E391E391E391E391E391E391E391E39\"",
        "null",
        "12",
        "[]",
        "1111111111111111111111111111111111111111",
        "\" 1e391e391e391e391e391e391e391e391e391e3\"",
        "\"refs/heads/main\"",
        "\"１e391e391e391e391e391e391e391e391e391e39\""
      })
  void refusesAHeadThatIsNoFullLowerCaseId(String sha) {
    assertThat(refused(event("7", sha, "null", "\"t\"")).id()).isEqualTo("commit-sha");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e391e391e391e391e391e391e391e391e391e39",
        "1111111111111111111111111111111111111111"
      })
  void keepsAHeadThatLooksLikeANumberAsItIs(String sha) {
    assertThat(read(event("7", "\"" + sha + "\"", "null", "\"t\"")).pullRequest().headSha().hex())
        .isEqualTo(sha);
  }

  @Test
  void takesADeletedHeadRepositoryForAFork() {
    PullRequest pr = read(event("7", "\"" + SHA + "\"", "null", "\"t\"")).pullRequest();
    assertThat(pr.details().headRepository()).isEmpty();
    assertThat(pr.isFork()).isTrue();
    assertThat(pr.details().labels()).containsExactlyInAnyOrder("preview", "a,b");
  }
}
