package dev.mayfly.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Result.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API says about the service token that CI and agents come with. */
class TokenAuditTest {
  private static final String API = "api.cloudflare.com";
  private static final String HOST = "7.pr.example.dev";
  private static final String OURS = "f174e90a-fafe-4643-bbbc-4a0ed4fc8415";
  private static final String OTHER = "699d98642c564d2e855e9661899b7252";
  private static final String PEOPLE =
      "{\"name\":\"team\",\"decision\":\"allow\",\"include\":[{\"email\":{\"email\":\"a@x.dev\"}}]}";
  private static final Map<String, String> VARIABLES =
      Map.of(
          "CLOUDFLARE_ACCOUNT_ID", "0".repeat(32),
          "CLOUDFLARE_API_TOKEN", "api-secret",
          "CF_ACCESS_CLIENT_ID", "ci.access",
          "CF_ACCESS_CLIENT_SECRET", "secret-of-ci");

  @TempDir Path folder;
  private Edge edge;
  private String apps;
  private String tokens = token("2027-11-22T00:00:00Z");

  @BeforeEach
  void start() throws Exception {
    edge = new Edge(folder);
    Team team = new Team();
    edge.host(Team.HOST, Edge.json(team.keys()));
    edge.host(HOST, team.guarded(HOST, 200));
    edge.host(Edge.SIBLING, team.guarded(Edge.SIBLING, 404));
    edge.host(
        API,
        exchange ->
            Edge.json(
                    exchange.getRequestURI().getPath().endsWith("/service_tokens") ? tokens : apps)
                .answer(exchange));
    apps = apps("*.pr.example.dev", PEOPLE + "," + names("non_identity", OURS));
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void aTokenForThePreviewsAlonePasses() {
    Report report = probe();
    assertThat(report.outcome()).as(report.results() + "").isEqualTo(Outcome.PASSED);
    assertThat(message(report))
        .isEqualTo("named by this application alone; it expires in 364 days");
    assertThat(report.toString()).doesNotContain("ci.access", "secret-of-ci", "api-secret");
    assertThat(edge.seen())
        .filteredOn(seen -> seen.host().equals(API))
        .allMatch(seen -> !seen.headers().toString().contains("secret-of-ci"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-21T00:00:00Z | the token expired on 2026-11-21",
        "soon                 | the token has no expiry that can be read",
      })
  void anExpiredTokenFails(String expiry, String words) {
    tokens = token(expiry);
    assertThat(message(probe())).isEqualTo(words);
  }

  @Test
  void aTokenThatEndsSoonSaysSo() {
    tokens = token("2026-12-02T10:00:00Z");
    Report report = probe();
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(message(report)).endsWith("it expires in 10 days: renew it");
  }

  @Test
  void aTokenOfAnotherAccountFails() {
    tokens = tokens.replace("ci.access", "another.access");
    assertThat(message(probe())).isEqualTo("the account has no such service token");
  }

  @Test
  void thePolicyNamesTheOneToken() {
    apps = apps("*.pr.example.dev", PEOPLE + "," + names("non_identity", OTHER));
    assertThat(message(probe())).isEqualTo("no policy of the application names the token");
    apps = apps("*.pr.example.dev", names("allow", OURS));
    assertThat(message(probe()))
        .isEqualTo("the policy `ci` names the token, but not with the action Service Auth");
  }

  @Test
  void aTokenThatOpensMoreFails() {
    apps =
        "{\"success\":true,\"result\":["
            + app("*.pr.example.dev", names("non_identity", OURS))
            + ","
            + app("grafana.example.dev", names("non_identity", OURS))
            + "]}";
    assertThat(message(probe()))
        .isEqualTo("the token also opens the application on `grafana.example.dev`");
  }

  @Test
  void aListThatMayNotBeReadIsNoProof() {
    edge.host(
        API,
        exchange ->
            (exchange.getRequestURI().getPath().endsWith("/service_tokens")
                    ? Edge.status(403)
                    : Edge.json(apps))
                .answer(exchange));
    Report report = probe();
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.problems())
        .extracting(Result::hint)
        .allMatch(hint -> hint.contains("Access: Service Tokens Read"));
  }

  private Report probe() {
    return new AccessProbe(
            Team.APPLICATION, GuardCredentials.from(VARIABLES), edge.settings(), false)
        .run(List.of(HOST));
  }

  private static String message(Report report) {
    List<Result> results =
        report.results().stream()
            .filter(result -> result.check() == Result.CheckName.TOKEN)
            .toList();
    assertThat(results).hasSize(1);
    return results.getFirst().message();
  }

  private static String token(String expiry) {
    return """
    {"success":true,"result":[
      {"id":"%s","client_id":"other.access","name":"other","expires_at":"2020-01-01T00:00:00Z"},
      {"id":"%s","client_id":"ci.access","name":"ci","expires_at":"%s"}]}\
    """
        .formatted(OTHER, OURS, expiry);
  }

  private static String names(String decision, String id) {
    return "{\"name\":\"ci\",\"decision\":\"%s\",\"include\":[{\"service_token\":{\"token_id\":\"%s\"}}]}"
        .formatted(decision, id);
  }

  private static String apps(String domain, String policies) {
    return "{\"success\":true,\"result\":[" + app(domain, policies) + "]}";
  }

  private static String app(String domain, String policies) {
    return """
    {"id":"11111111-2222-3333-4444-555555555555","type":"self_hosted","domain":"%s","aud":"%s",
     "options_preflight_bypass":false,"policies":[%s]}\
    """
        .formatted(domain, Team.AUDIENCE, policies);
  }
}
