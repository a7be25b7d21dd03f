package dev.mayfly.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Result.CheckName;
import dev.mayfly.access.Result.Outcome;
import dev.mayfly.http.Answer;
import dev.mayfly.http.HttpTransport;
import dev.mayfly.http.Request;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every right and wrong answer, over real TLS and with real signatures. */
class AccessProbeTest {
  private static final String HOST = "7.pr.example.dev";
  private static final String DEEP = "mayfly-0000000000000abc." + HOST;
  private static final GuardCredentials TOKEN =
      GuardCredentials.from(
          Map.of("CF_ACCESS_CLIENT_ID", "ci.access", "CF_ACCESS_CLIENT_SECRET", "secret-of-ci"));
  @TempDir static Path folder;
  private static Edge edge;
  private static Team team;
  private static Team stranger;

  @BeforeAll
  static void start() throws Exception {
    edge = new Edge(folder);
    team = new Team();
    stranger = Team.withOwnKey(2048);
  }

  @AfterAll
  static void stop() {
    edge.close();
  }

  @BeforeEach
  void guardEverything() {
    edge.forget();
    edge.host(HOST, team.guarded(HOST, 200));
    edge.host(Edge.SIBLING, team.guarded(Edge.SIBLING, 404));
    edge.host(Team.HOST, Edge.json(team.keys()));
  }

  @Test
  void aGuardedHostPasses() {
    Report report = probe(TOKEN);
    assertThat(report.problems()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(report.results()).hasSize(2 * 4);
    assertThat(outcome(report, "protected").message()).isEqualTo("signed by `acme`");
  }

  @Test
  void theLoginAloneWillDo() {
    edge.host(HOST, Edge.redirect(Team.login(HOST)));
    assertThat(outcome(probe(GuardCredentials.NONE), "protected").message())
        .isEqualTo("turned away to the login of `acme`");
  }

  @Test
  void aRefusalThatNamesTheApplicationWillDo() {
    edge.host(HOST, refusal(Team.AUDIENCE, "*.pr.example.dev"));
    assertThat(outcome(probe(GuardCredentials.NONE), "protected").outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @TestFactory
  Stream<DynamicTest> metadataThatProvesNothing() {
    Map<String, Consumer<Map<String, String>>> changes =
        Map.of(
            "another type", claims -> claims.put("type", "\"none\""),
            "another host", claims -> claims.put("hostname", "\"8.pr.example.dev\""),
            "another team", claims -> claims.put("auth_domain", "\"evil.cloudflareaccess.com\""),
            "a look-alike team",
                claims -> claims.put("auth_domain", "\"acme.cloudflareaccess.com.evil.example\""),
            "another audience", claims -> claims.put("aud", Team.quoted("0".repeat(64))),
            "a list of audiences",
                claims -> claims.put("aud", "[" + Team.quoted(Team.AUDIENCE) + ",\"x\"]"),
            "one host's own application", claims -> claims.put("app_hostname", Team.quoted(HOST)),
            "too old", claims -> claims.put("iat", "" + (Edge.NOW.getEpochSecond() - 86_401)),
            "from the future", claims -> claims.put("iat", "" + (Edge.NOW.getEpochSecond() + 301)),
            "expired", claims -> claims.put("exp", "" + (Edge.NOW.getEpochSecond() - 1)));
    return Stream.concat(
        changes.entrySet().stream()
            .map(change -> refused(change.getKey(), team.token(HOST, change.getValue()))),
        Stream.of(
            refused("no time", team.token(HOST, claims -> claims.remove("iat"))),
            refused("signed by a stranger", stranger.token(HOST)),
            refused("unsigned", unsigned("none")),
            refused("another algorithm", unsigned("HS256")),
            refused("no key id", team.sign("{\"alg\":\"RS256\"}", claims())),
            refused("an unknown key", team.sign("{\"alg\":\"RS256\",\"kid\":\"k2\"}", claims())),
            refused(
                "a lower-case algorithm",
                team.sign("{\"alg\":\"rs256\",\"kid\":\"k1\"}", claims())),
            refused(
                "a critical extension",
                team.sign("{\"alg\":\"RS256\",\"kid\":\"k1\",\"crit\":[\"b64\"]}", claims())),
            refused("changed after signing", changed()),
            refused("no token at all", "yes"),
            refused("bad base64", "!.!.!"),
            refused("four parts", team.token(HOST) + ".x"),
            refused(
                "duplicate claims",
                team.sign(
                    "{\"alg\":\"RS256\",\"kid\":\"k1\"}",
                    claims().replaceFirst("\\{", "{\"aud\":\"x\","))),
            refused("a bomb", team.sign("{\"alg\":\"RS256\",\"kid\":\"k1\"}", "[".repeat(5_000)))));
  }

  @TestFactory
  Stream<DynamicTest> answersThatAreNoLogin() {
    return Map.ofEntries(
            Map.entry("another team", Edge.redirect(Team.login(HOST).replace("acme", "evil"))),
            Map.entry("another host", Edge.redirect(Team.login("8.pr.example.dev"))),
            Map.entry(
                "another audience",
                Edge.redirect(Team.login(HOST).replace(Team.AUDIENCE, "0".repeat(64)))),
            Map.entry("two audiences", Edge.redirect(Team.login(HOST) + "&kid=x")),
            Map.entry("plain http", Edge.redirect(Team.login(HOST).replace("https:", "http:"))),
            Map.entry(
                "a user in the address",
                Edge.redirect(Team.login(HOST).replace("https://", "https://x@"))),
            Map.entry(
                "another port", Edge.redirect(Team.login(HOST).replace(".com/", ".com:8443/"))),
            Map.entry("a longer path", Edge.redirect(Team.login(HOST).replace("?", "/x?"))),
            Map.entry(
                "a relative address",
                Edge.redirect("/cdn-cgi/access/login/" + HOST + "?kid=" + Team.AUDIENCE)),
            Map.entry("no address", Edge.status(302)),
            Map.entry(
                "a private address", Edge.redirect("http://169.254.169.254/latest/meta-data/")),
            Map.entry("itself, in a circle", Edge.redirect("https://" + HOST + "/")),
            Map.entry("a firewall", Edge.status(403)),
            Map.entry("another application", refusal("0".repeat(64), "*.pr.example.dev")),
            Map.entry("an application elsewhere", refusal(Team.AUDIENCE, "*.example.dev")),
            Map.entry("the app itself", Edge.status(200)),
            Map.entry("the app's 404", Edge.status(404)),
            Map.entry("a broken app", Edge.status(502)))
        .entrySet()
        .stream()
        .map(wrong ->
            DynamicTest.dynamicTest(
                wrong.getKey(),
                () -> {
                  guardEverything();
                  edge.host(HOST, wrong.getValue());
                  Report report = probe(GuardCredentials.NONE);
                  assertThat(outcome(report, "protected").outcome()).isEqualTo(Outcome.FAILED);
                  assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
                  assertThat(edge.wanted())
                      .isSubsetOf(
                          HOST,
                          DEEP,
                          Edge.SIBLING,
                          Team.HOST,
                          "mayfly-0000000000000abc." + Edge.SIBLING);
                }));
  }

  @Test
  void aBypassIsSeenBehindGoodMetadata() {
    edge.host(Edge.SIBLING, withMetadata(Edge.SIBLING, Edge.status(404)));
    Report report = probe(GuardCredentials.NONE);
    assertThat(report.problems()).extracting(Result::check).containsExactly(CheckName.ANONYMOUS);
    assertThat(report.problems()).extracting(Result::host).containsExactly(Edge.SIBLING);
  }

  @Test
  void anotherTeamIsRefusedBeforeItIsAskedForKeys() {
    edge.host(
        HOST,
        withMetadata(
            HOST,
            team.token(HOST, claims -> claims.put("auth_domain", "\"evil.example\"")),
            Edge.status(302)));
    edge.host(Edge.SIBLING, Edge.redirect(Team.login(Edge.SIBLING)));
    assertThat(probe(GuardCredentials.NONE).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(edge.wanted()).doesNotContain("evil.example", Team.HOST);
  }

  @Test
  void weakKeysSignNothing() throws Exception {
    Team weak = Team.withOwnKey(1024);
    edge.host(Team.HOST, Edge.json(weak.keys()));
    edge.host(HOST, withMetadata(HOST, weak.token(HOST), Edge.redirect(Team.login(HOST))));
    assertThat(outcome(probe(GuardCredentials.NONE), "protected").outcome())
        .isEqualTo(Outcome.FAILED);
  }

  @Test
  void aHostOfTwoLabelsServesNothing() {
    edge.host(DEEP, Edge.status(404));
    assertThat(outcome(probe(GuardCredentials.NONE), "deep-host").outcome())
        .isEqualTo(Outcome.PASSED);
    edge.host(DEEP, Edge.status(200));
    assertThat(deep(probe(GuardCredentials.NONE))).isEqualTo(Outcome.FAILED);
    edge.host(DEEP, Edge.redirect("/app"));
    assertThat(deep(probe(GuardCredentials.NONE))).isEqualTo(Outcome.FAILED);
  }

  @Test
  void theTokenMustGetInAndGoesNowhereElse() {
    Map<Integer, Outcome> expected =
        Map.of(200, Outcome.PASSED, 302, Outcome.FAILED, 403, Outcome.FAILED, 404, Outcome.FAILED);
    expected.forEach((behind, outcome) -> {
      edge.host(HOST, team.guarded(HOST, behind));
      Report report = probe(TOKEN);
      assertThat(outcome(report, "service-token").outcome()).as("" + behind).isEqualTo(outcome);
    });
    edge.host(HOST, Edge.redirect("/start"));
    assertThat(outcome(probe(TOKEN), "service-token").outcome()).isEqualTo(Outcome.PASSED);
    edge.host(HOST, Edge.redirect("https://evil.example/secret-of-ci"));
    edge.host("evil.example", Edge.status(200));
    Report report = probe(TOKEN);
    assertThat(outcome(report, "service-token").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(edge.wanted()).doesNotContain("evil.example");
    assertThat(edge.seen())
        .filteredOn(seen -> seen.headers().toString().contains("secret-of-ci"))
        .extracting(Edge.Seen::host)
        .containsOnly(HOST, Edge.SIBLING);
    assertThat(report.toString() + TOKEN)
        .doesNotContain("secret-of-ci")
        .doesNotContain("ci.access");
  }

  @Test
  void whatDoesNotAnswerIsNotKnown() {
    edge.host(HOST, exchange -> sleep());
    // Whoever has a second only may find a busy machine slow too, so nobody else is judged here.
    Report slow =
        new AccessProbe(Team.APPLICATION, GuardCredentials.NONE, edge.impatient(), false)
            .run(List.of(HOST));
    assertThat(outcome(slow, "protected").outcome()).isEqualTo(Outcome.UNREACHABLE);
    assertThat(outcome(slow, "anonymous").outcome()).isEqualTo(Outcome.UNREACHABLE);
    edge.gone(HOST);
    Report gone = probe(GuardCredentials.NONE);
    assertThat(gone.outcome()).isEqualTo(Outcome.UNREACHABLE);
    assertThat(gone.results())
        .filteredOn(result -> result.host().equals(HOST))
        .filteredOn(Result::isProblem)
        .extracting(result -> result.check().word())
        .containsExactly("protected", "anonymous");
    edge.host("uncertified.example", Edge.status(200));
    assertThat(
            HttpTransport.strict(edge.settings())
                .ask(Request.headersOnly("GET", "https://uncertified.example/")))
        .isEqualTo(new Answer.Silence(Answer.Reason.TLS));
  }

  @Test
  void endlessAnswersEnd() {
    edge.host(HOST, Endless.status(200));
    edge.host(Team.HOST, Endless.status(200));
    Report report = probe(GuardCredentials.NONE);
    assertThat(outcome(report, "protected").outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.results())
        .filteredOn(result -> result.outcome() == Outcome.UNREACHABLE)
        .extracting(Result::message)
        .containsExactly("`acme.cloudflareaccess.com` gives no answer: the answer is too large");
  }

  private static Edge.Host withMetadata(String host, Edge.Host otherwise) {
    return withMetadata(host, team.token(host), otherwise);
  }

  private static Edge.Host withMetadata(String host, String token, Edge.Host otherwise) {
    return exchange -> {
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().add("cf-access-metadata", token);
      }
      otherwise.answer(exchange);
    };
  }

  private static Edge.Host refusal(String audience, String domain) {
    return exchange -> {
      exchange.getResponseHeaders().add("CF-Access-Aud", audience);
      exchange.getResponseHeaders().add("CF-Access-Domain", domain);
      Edge.send(exchange, 401, "");
    };
  }

  private static DynamicTest refused(String name, String token) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          edge.host(Edge.SIBLING, team.guarded(Edge.SIBLING, 404));
          edge.host(Team.HOST, Edge.json(team.keys()));
          edge.host(HOST, withMetadata(HOST, token, Edge.redirect(Team.login(HOST))));
          Report report = probe(GuardCredentials.NONE);
          assertThat(outcome(report, "protected").outcome()).isEqualTo(Outcome.FAILED);
          assertThat(report.problems()).hasSize(1);
        });
  }

  private static String claims() {
    String token = team.token(HOST).split("\\.")[1];
    return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
  }

  private static String changed() {
    String[] parts = team.token("8.pr.example.dev").split("\\.");
    return parts[0] + "." + team.token(HOST).split("\\.")[1] + "." + parts[2];
  }

  private static String unsigned(String algorithm) {
    String token = team.sign("{\"alg\":\"" + algorithm + "\",\"kid\":\"k1\"}", claims());
    return token.substring(0, token.lastIndexOf('.') + 1);
  }

  private static Report probe(GuardCredentials credentials) {
    return new AccessProbe(Team.APPLICATION, credentials, edge.settings(), false)
        .run(List.of(HOST));
  }

  private static Result outcome(Report report, String check) {
    return report.results().stream()
        .filter(result -> result.check().word().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome deep(Report report) {
    return outcome(report, "deep-host").outcome();
  }

  private static void sleep() {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
