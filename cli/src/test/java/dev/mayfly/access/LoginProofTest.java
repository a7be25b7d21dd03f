package dev.mayfly.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Result.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A login before previews, played right and wrong over real TLS. */
class LoginProofTest {
  private static final String HOST = "7.pr.example.dev";
  private static final String DEEP = "mayfly-0000000000000abc." + HOST;
  private static final String ISSUER = "https://login.example.org/realms/previews";
  private static final String ENDPOINT = "https://login.example.org/realms/previews/auth";
  private static final GuardCredentials TOKEN =
      GuardCredentials.from(Map.of("MAYFLY_ACCESS_TOKEN", "secret-of-ci"));
  private static final LoginIssuer GUARD =
      new LoginIssuer(Team.DOMAIN, ISSUER, Optional.of("previews"));

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

  @BeforeEach
  void guardEverything() {
    edge.forget();
    edge.host(HOST, guarded(HOST));
    edge.host(Edge.SIBLING, guarded(Edge.SIBLING));
    edge.host("login.example.org", Edge.json(discovery(ISSUER, ENDPOINT)));
  }

  @Test
  void aGuardedHostPasses() {
    Report report = probe(TOKEN);
    assertThat(report.problems()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(report.subject()).isEqualTo("*.pr.example.dev");
    assertThat(login(report).message())
        .isEqualTo("led to the login of `login.example.org` as `previews`");
    assertThat(edge.seen())
        .filteredOn(seen -> seen.host().equals("login.example.org"))
        .extracting(Edge.Seen::path)
        .containsExactly("/realms/previews/.well-known/openid-configuration");
  }

  @Test
  void forwardAuthOnTheHostItselfIsFollowed() {
    edge.host(
        HOST,
        exchange -> {
          boolean starts = exchange.getRequestURI().getPath().equals("/oauth2/start");
          Edge.redirect(starts ? request(HOST) : "/oauth2/start?rd=%2F").answer(exchange);
        });
    assertThat(login(probe(GuardCredentials.NONE)).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(edge.seen())
        .extracting(Edge.Seen::path)
        .contains("/oauth2/start?rd=%2F", "/mayfly-0000000000000abc");
  }

  @Test
  void oneHostMaySpeakForAllAndAnyClientWillDoWhereNoneIsNamed() {
    edge.host(HOST, Edge.redirect(request("auth.pr.example.dev")));
    assertThat(login(probe(GuardCredentials.NONE)).outcome()).isEqualTo(Outcome.PASSED);
    Report any =
        new AccessProbe(
                new LoginIssuer(Team.DOMAIN, ISSUER, Optional.empty()),
                GuardCredentials.NONE,
                edge.settings(),
                false)
            .run(List.of(HOST));
    assertThat(login(any).message())
        .isEqualTo("led to the login of `login.example.org`, by whichever client");
  }

  /** A visitor is let in, or led anywhere else. */
  @TestFactory
  Stream<DynamicTest> answersThatAreNoLogin() {
    String query = "?response_type=code&client_id=previews&redirect_uri=";
    String back = query + encoded("https://" + HOST + "/oauth2/callback");
    return Stream.of(
        refused("the app", Edge.status(200), "answers 200 to a request without a login"),
        refused("nothing", Edge.status(404), "answers 404"),
        refused("a refusal", Edge.status(401), "answers 401"),
        refused("a page of the app", onThe("/", 200), "answers 200"),
        refused("an open path", onThe("/mayfly-0000000000000abc", 200), "abc` answers 200"),
        refused("a circle", Edge.redirect("/"), "leads to itself and no further"),
        refused("an endless way", endless(), "leads to itself and no further"),
        refused("another host", Edge.redirect("https://evil.example/auth" + back), "evil.example"),
        refused("another port", Edge.redirect("https://" + HOST + ":444/"), HOST + ":444"),
        refused("plain HTTP", Edge.redirect("http://" + HOST + "/start"), "leads by 302"),
        refused(
            "another realm",
            Edge.redirect("https://login.example.org/realms/other/auth" + back),
            "not to the login of `" + ISSUER + "`"),
        refused(
            "the issuer's front page",
            Edge.redirect("https://login.example.org/"),
            "not to the login"),
        refused("no client", Edge.redirect(ENDPOINT), "asks for no login"),
        refused(
            "another client",
            Edge.redirect(ENDPOINT + back.replace("=previews", "=wiki")),
            "asks for the client `wiki` and not for `previews`"),
        refused(
            "two clients",
            Edge.redirect(ENDPOINT + back + "&client_id=previews"),
            "asks for no login"),
        refused(
            "a way to elsewhere",
            Edge.redirect(ENDPOINT + query + encoded("https://evil.example/callback")),
            "does not lead back to `" + HOST + "`"),
        refused("for ever", moved(request(HOST)), "leads by 301"),
        refused("no target", Edge.status(302), "answers 302"),
        refused("a target that is none", Edge.redirect("ht!tp://["), "answers 302"));
  }

  @TestFactory
  Stream<DynamicTest> issuersThatDoNotSpeakForThemselves() {
    return Stream.of(
            Edge.status(404),
            Edge.status(500),
            Edge.json("no json"),
            Edge.json("[]"),
            Edge.json(discovery("https://login.example.org/realms/other", ENDPOINT)),
            Edge.json(discovery(ISSUER + "/", ENDPOINT)),
            Edge.json(discovery(ISSUER, "http://login.example.org/realms/previews/auth")),
            Edge.json("{\"issuer\": \"" + ISSUER + "\"}"),
            Edge.redirect("https://evil.example/openid-configuration"))
        .map(answer ->
            DynamicTest.dynamicTest(
                "issuer",
                () -> {
                  guardEverything();
                  edge.host("login.example.org", answer);
                  assertThat(login(probe(GuardCredentials.NONE)).message())
                      .contains("does not say where `" + ISSUER + "` logs people in");
                  assertThat(edge.wanted()).doesNotContain("evil.example");
                }));
  }

  @Test
  void anIssuerThatIsNotHeardIsNoRefusal() {
    edge.gone("login.example.org");
    Report report = probe(GuardCredentials.NONE);
    assertThat(report.outcome()).isEqualTo(Outcome.UNREACHABLE);
    edge.host("login.example.org", Endless.status(200));
    assertThat(probe(GuardCredentials.NONE).outcome()).isEqualTo(Outcome.UNREACHABLE);
  }

  @Test
  void aNameThatNobodyHasIsGuardedOrServesNothing() {
    edge.host(Edge.SIBLING, Edge.status(200));
    assertThat(probe(GuardCredentials.NONE).outcome()).isEqualTo(Outcome.FAILED);
    edge.host(Edge.SIBLING, Edge.status(404));
    Report each = probe(GuardCredentials.NONE);
    assertThat(each.outcome()).isEqualTo(Outcome.PASSED);
    assertThat(each.subject()).isEqualTo(HOST);
    assertThat(of(each, "login").get(1).outcome()).isEqualTo(Outcome.SKIPPED);
    edge.host(HOST, Edge.status(404));
    assertThat(login(probe(GuardCredentials.NONE)).hint()).contains("`exposure.access.catchAll`");
    Report none =
        new AccessProbe(GUARD, GuardCredentials.NONE, edge.settings(), false).run(List.of());
    assertThat(none.outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aNameOfTwoLabelsServesNothing() {
    edge.host(DEEP, Edge.status(200));
    assertThat(of(probe(GuardCredentials.NONE), "deep-host").getFirst().outcome())
        .isEqualTo(Outcome.FAILED);
    edge.host(DEEP, Edge.redirect("/app"));
    assertThat(of(probe(GuardCredentials.NONE), "deep-host").getFirst().outcome())
        .isEqualTo(Outcome.FAILED);
    edge.host(DEEP, Edge.redirect(request(DEEP)));
    assertThat(of(probe(GuardCredentials.NONE), "deep-host").getFirst().outcome())
        .isEqualTo(Outcome.PASSED);
  }

  @Test
  void theTokenGetsInAndGoesNowhereElse() {
    assertThat(of(probe(GuardCredentials.NONE), "bearer-token").getFirst().outcome())
        .isEqualTo(Outcome.SKIPPED);
    edge.host(HOST, Edge.redirect(request(HOST)));
    Result refused = of(probe(TOKEN), "bearer-token").getFirst();
    assertThat(refused.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(refused.message()).endsWith("answers 302 to the bearer token");
    edge.host(HOST, Edge.redirect("/oauth2/start"));
    assertThat(of(probe(TOKEN), "bearer-token").getFirst().outcome()).isEqualTo(Outcome.FAILED);
    edge.host(HOST, Edge.status(500));
    edge.host(Edge.SIBLING, Edge.status(500));
    assertThat(of(probe(TOKEN), "bearer-token"))
        .extracting(Result::outcome)
        .containsExactly(Outcome.FAILED, Outcome.PASSED);
    edge.host(Edge.SIBLING, guarded(Edge.SIBLING));
    edge.host(HOST, guarded(HOST));
    Report report = probe(TOKEN);
    assertThat(of(report, "bearer-token").getFirst().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(edge.seen())
        .filteredOn(seen -> seen.headers().toString().contains("secret-of-ci"))
        .extracting(Edge.Seen::host)
        .containsOnly(HOST, Edge.SIBLING);
    assertThat(report.toString() + TOKEN).doesNotContain("secret-of-ci");
  }

  private static DynamicTest refused(String name, Edge.Host answer, String words) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          edge.forget();
          edge.host(Edge.SIBLING, guarded(Edge.SIBLING));
          edge.host("login.example.org", Edge.json(discovery(ISSUER, ENDPOINT)));
          edge.host(HOST, answer);
          Result login = login(probe(GuardCredentials.NONE));
          assertThat(login.outcome()).isEqualTo(Outcome.FAILED);
          assertThat(login.message()).contains(words);
          assertThat(edge.wanted()).doesNotContain("evil.example");
        });
  }

  /** Everybody is led to the login but who brings the token. */
  private static Edge.Host guarded(String host) {
    return exchange -> {
      boolean token =
          "Bearer secret-of-ci".equals(exchange.getRequestHeaders().getFirst("Authorization"));
      (token ? Edge.status(200) : Edge.redirect(request(host))).answer(exchange);
    };
  }

  private static Edge.Host onThe(String path, int status) {
    return exchange ->
        (exchange.getRequestURI().getPath().equals(path)
                ? Edge.status(status)
                : Edge.redirect(request(HOST)))
            .answer(exchange);
  }

  private static Edge.Host endless() {
    return exchange -> Edge.redirect(exchange.getRequestURI().getPath() + "x").answer(exchange);
  }

  private static Edge.Host moved(String location) {
    return exchange -> {
      exchange.getResponseHeaders().add("Location", location);
      Edge.send(exchange, 301, "");
    };
  }

  private static String request(String back) {
    return ENDPOINT
        + "?client_id=previews&response_type=code&scope=openid&state=x&redirect_uri="
        + encoded("https://" + back + "/oauth2/callback");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String discovery(String issuer, String endpoint) {
    return "{\"issuer\": \"" + issuer + "\", \"authorization_endpoint\": \"" + endpoint + "\"}";
  }

  private static Report probe(GuardCredentials credentials) {
    return new AccessProbe(GUARD, credentials, edge.settings(), false).run(List.of(HOST));
  }

  private static Result login(Report report) {
    return of(report, "login").getFirst();
  }

  private static List<Result> of(Report report, String check) {
    return report.results().stream().filter(result -> result.check().word().equals(check)).toList();
  }
}
