package dev.mayfly.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Result.Outcome;
import dev.mayfly.http.HttpTransport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the definition of an application can hide from every request. */
class ApplicationAuditTest {
  private static final String API = "api.cloudflare.com";
  private static final String PEOPLE =
      "{\"name\":\"team\",\"decision\":\"allow\",\"include\":[{\"email_domain\":{\"domain\":\"x.dev\"}}]}";
  private static final GuardCredentials CREDENTIALS =
      GuardCredentials.from(
          Map.of("CLOUDFLARE_ACCOUNT_ID", "0".repeat(32), "CLOUDFLARE_API_TOKEN", "api-secret"));
  @TempDir static Path folder;
  private static Edge edge;

  @BeforeAll
  static void start() throws Exception {
    edge = new Edge(folder);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @Test
  void oneApplicationWithNamedPeopleIsFine() {
    assertThat(audit(app("*.pr.example.dev", PEOPLE)))
        .extracting(Result::outcome)
        .containsExactly(Outcome.PASSED);
    assertThat(edge.seen()).allMatch(seen -> seen.host().equals(API));
    assertThat(edge.seen().getLast().headers().get("Authorization"))
        .containsExactly("Bearer api-secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bypass         | everyone                | is a bypass",
        "allow          | everyone                | includes everyone",
        "non_identity   | everyone                | includes everyone",
        "non_identity   | any_valid_service_token | lets any service token of the account in",
        "something_new  | email                   | has an action this check does not know"
      })
  void policiesThatLetTooManyIn(String decision, String rule, String words) {
    String policy =
        "{\"name\":\"p\",\"decision\":\"%s\",\"include\":[{\"%s\":{}}]}".formatted(decision, rule);
    assertThat(audit(app("*.pr.example.dev", PEOPLE + "," + policy)))
        .extracting(Result::message)
        .containsExactly("the policy `p` " + words);
  }

  @Test
  void denyingEveryoneIsFine() {
    String policy = "{\"name\":\"p\",\"decision\":\"deny\",\"include\":[{\"everyone\":{}}]}";
    assertThat(audit(app("*.pr.example.dev", PEOPLE + "," + policy)))
        .extracting(Result::outcome)
        .containsExactly(Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "7.pr.example.dev",
    "*.pr.example.dev/public",
    "x-*.pr.example.dev",
    "A.PR.example.dev"
  })
  void aMoreSpecificApplicationOverrides(String domain) {
    assertThat(audit(app("*.pr.example.dev", PEOPLE), app(domain, PEOPLE)))
        .extracting(Result::message)
        .containsExactly("the application on `" + domain + "` overrides the wildcard");
  }

  @Test
  void otherApplicationsDoNotMatter() {
    assertThat(
            audit(
                app("*.pr.example.dev", PEOPLE),
                app("*.example.dev", PEOPLE),
                app("otherpr.example.dev", PEOPLE)))
        .extracting(Result::outcome)
        .containsExactly(Outcome.PASSED);
    assertThat(audit(app("*.example.dev", PEOPLE)))
        .extracting(Result::message)
        .containsExactly("no application guards `*.pr.example.dev`");
  }

  @Test
  void audiencePreflightsAndPoliciesAreRead() {
    String app =
        app("*.pr.example.dev", PEOPLE)
            .replace(Team.AUDIENCE, "0".repeat(64))
            .replace("\"options_preflight_bypass\":false", "\"options_preflight_bypass\":true");
    assertThat(audit(app))
        .extracting(Result::outcome)
        .containsExactly(Outcome.FAILED, Outcome.FAILED);
    assertThat(audit(app("*.pr.example.dev", "")))
        .extracting(Result::message)
        .containsExactly("the application has no policy, so nobody gets in");
  }

  @Test
  void everyPageIsRead() {
    List<String> many =
        Stream.concat(
                IntStream.range(0, 60).mapToObj(i -> app("a" + i + ".example.dev", PEOPLE)),
                Stream.of(app("*.pr.example.dev", PEOPLE), app("9.pr.example.dev", PEOPLE)))
            .toList();
    edge.forget();
    edge.host(
        API,
        exchange -> {
          int page = exchange.getRequestURI().getQuery().contains("page=2") ? 1 : 0;
          List<String> items = many.subList(page * 50, Math.min(many.size(), page * 50 + 50));
          Edge.json(page(items, 2)).answer(exchange);
        });
    assertThat(run())
        .extracting(Result::message)
        .containsExactly("the application on `9.pr.example.dev` overrides the wildcard");
    assertThat(edge.seen()).hasSize(2);
  }

  @Test
  void aListWithoutEndOrAPageThatIsLostIsNoProof() {
    edge.forget();
    edge.host(API, Edge.json(page(List.of(app("*.pr.example.dev", PEOPLE)), 999_999)));
    assertThat(run())
        .extracting(Result::message)
        .containsExactly("the Cloudflare API lists more than 100 pages of `apps`");
    edge.host(
        API,
        exchange ->
            (exchange.getRequestURI().getQuery().contains("page=2")
                    ? Edge.status(500)
                    : Edge.json(page(List.of(app("*.pr.example.dev", PEOPLE)), 2)))
                .answer(exchange));
    assertThat(run())
        .extracting(Result::message)
        .containsExactly("the Cloudflare API answers 500 to `apps`");
  }

  @Test
  void refusalsAreFindingsThatRepeatNoToken() {
    for (Edge.Host host :
        List.of(
            Edge.status(401),
            Edge.status(403),
            Edge.json("{\"success\":false,\"errors\":[{\"message\":\"api-secret\"}]}"),
            Edge.json("<html>"),
            Edge.redirect("https://evil.example/"))) {
      edge.forget();
      edge.host(API, host);
      List<Result> results = run();
      assertThat(results).extracting(Result::outcome).containsExactly(Outcome.FAILED);
      assertThat(results.toString()).doesNotContain("api-secret");
      assertThat(edge.wanted()).containsOnly(API);
    }
  }

  private static List<Result> audit(String... apps) {
    edge.forget();
    edge.host(API, Edge.json(page(List.of(apps), 1)));
    return run();
  }

  private static List<Result> run() {
    try (HttpTransport http = HttpTransport.strict(edge.settings())) {
      ApiPages api = new ApiPages(CREDENTIALS.apiToken().orElseThrow(), http);
      return new ApplicationAudit(Team.APPLICATION, api, Optional.empty()).run();
    }
  }

  private static String page(List<String> items, int total) {
    return items.stream()
        .collect(
            Collectors.joining(
                ",",
                "{\"success\":true,\"result\":[",
                "],\"result_info\":{\"total_pages\":" + total + "}}"));
  }

  private static String app(String domain, String policies) {
    return """
    {"id":"f174e90a-fafe-4643-bbbc-4a0ed4fc8415","type":"self_hosted","domain":"%s","aud":"%s",
     "destinations":[{"type":"public","uri":"%s"}],"options_preflight_bypass":false,
     "policies":[%s]}\
    """
        .formatted(domain, Team.AUDIENCE, domain, policies);
  }
}
