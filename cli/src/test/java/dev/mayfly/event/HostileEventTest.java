package dev.mayfly.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PullRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileEventTest {
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
    return switch (EventFile.read("event.json", json.getBytes(StandardCharsets.UTF_8))) {
      case CiEvent.OfPullRequest event -> event;
      case CiEvent.Foreign(Problem problem) ->
          throw new ProblemsException(Fault.CONFIGURATION, problem);
      default -> throw new AssertionError("another event");
    };
  }

  private static Problem refused(String json) {
    ProblemsException e = catchThrowableOfType(ProblemsException.class, () -> read(json));
    assertThat(e).as("refused").isNotNull();
    assertThat(e.fault()).isEqualTo(Fault.CONFIGURATION);
    assertThat(e.problems()).hasSize(1);
    return e.problems().getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\n::set-output name=x::y",
        "${{ github.token }}",
        "{{ .x }}",
        "\\u001b[2J",
        "\\u202Egnp",
        "\\ud800",
        "\\u0000",
        "\u0085\u2028\ufeff\u007f",
        "\\\"; rm -rf /"
      })
  void keepsHostileTextAsUntrustedText(String title) {
    PullRequest pr = read(event("7", "\"" + SHA + "\"", "null", "\"" + title + "\"")).pullRequest();
    assertThat(pr.details().title()).isNotEmpty();
    assertThat(pr.number().value()).isEqualTo(7);
  }

  @Test
  void readsATitleOfTenThousandCharacters() {
    String title = "\"" + "x".repeat(10_000) + "\"";
    assertThat(read(event("7", "\"" + SHA + "\"", "null", title)).pullRequest().details().title())
        .hasSize(10_000);
  }

  @Test
  void showsNothingOfAHostileValueInAMessage() {
    Problem problem = refused(event("7", "\"\\u001b[2J::error::x\"", "null", "\"t\""));
    assertThat(problem.message())
        .isEqualTo("`head.sha` is not a string of 40 lower-case hex digits");
  }

  @Test
  void reportsAllThatIsWrongAtOnce() {
    ProblemsException e =
        catchThrowableOfType(
            ProblemsException.class,
            () -> read("{\"pull_request\": {\"labels\": 3, \"draft\": \"no\"}}"));
    assertThat(e.problems())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "`number` is missing",
            "`head.sha` is missing",
            "`repository.full_name` is missing",
            "`state` is missing",
            "`draft` is not a boolean",
            "`labels` is not a list of objects with a `name`");
  }

  @Test
  void refusesAnEventOfAnotherKindAndOneThatContradictsItself() {
    assertThat(refused("{\"action\": \"created\", \"comment\": {}}").id()).isEqualTo("event-kind");
    assertThat(refused("[1]").id()).isEqualTo("event-kind");
    String twoRepositories =
        event("7", "\"" + SHA + "\"", "null", "\"t\"")
            .replace(
                "{\"ref\": \"main\", \"repo\": {\"full_name\": \"acme/shop\"",
                "{\"ref\": \"main\", \"repo\": {\"full_name\": \"evil/shop\"");
    assertThat(refused(twoRepositories).id()).isEqualTo("event-contradiction");
    String twoNumbers =
        event("7", "\"" + SHA + "\"", "null", "\"t\"")
            .replace("{\"action\"", "{\"number\": 8, \"action\"");
    assertThat(refused(twoNumbers).id()).isEqualTo("event-contradiction");
  }

  @Test
  void refusesBombsInBoundedTime() {
    assertThat(refused("[".repeat(1_000_000)).id()).isEqualTo("too-large");
    assertThat(refused("{\"a\":".repeat(200_000)).id()).isEqualTo("too-large");
    assertThat(refused("[" + "1,".repeat(300_000) + "1]").id()).isEqualTo("too-large");
    assertThat(refused(" ".repeat((4 << 20) + 1)).id()).isEqualTo("too-large");
    assertThat(refused("").id()).isEqualTo("json-syntax");
    assertThat(refused("{} {}").id()).isEqualTo("json-syntax");
    assertThat(refused("{\"a\": 1, \"a\": 2}").id()).isEqualTo("duplicate-key");
    assertThat(refused("\ufeff{}").id()).isEqualTo("json-syntax");
    assertThat(refused("{\"pull_request\": ").id()).isEqualTo("json-syntax");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    ProblemsException e =
        catchThrowableOfType(
            ProblemsException.class,
            () -> PullRequestFacts.fromFile(Path.of("no/such.json"), "no/such.json"));
    assertThat(e.problems().getFirst().id()).isEqualTo("event-unreadable");
  }
}
