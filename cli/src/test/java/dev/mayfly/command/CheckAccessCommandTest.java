package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Edge;
import dev.mayfly.access.Team;
import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckAccessCommandTest {
  private static final String HOST = "orders-128.pr.example.dev";
  private static final Map<String, String> TOKEN =
      Map.of("CF_ACCESS_CLIENT_ID", "ci.access", "CF_ACCESS_CLIENT_SECRET", "secret-of-ci");
  @TempDir Path folder;
  private Edge edge;
  private Team team;

  @BeforeEach
  void start() throws Exception {
    edge = new Edge(folder);
    team = new Team();
    edge.host(Team.HOST, exchange -> Edge.send(exchange, 200, team.keys()));
    edge.host(Edge.SIBLING, team.guarded(Edge.SIBLING, 404));
    edge.host(HOST, team.guarded(HOST, 200));
    platform("access: {kind: cloudflare, team: acme, audience: " + Team.AUDIENCE + "}");
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void namedHostsPass() {
    var run = run(TOKEN, HOST, "--require-token");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .contains("orders-128.pr.example.dev\n  passed       protected      signed by `acme`\n")
        .endsWith("*.pr.example.dev is behind Access: 8 checks of 2 hosts\n");
    assertThat(run.out() + run.err()).doesNotContain("secret-of-ci").doesNotContain("ci.access");
  }

  @Test
  void committedPreviewsAreTheDefault() throws IOException {
    assertThat(render()).isZero();
    assertThat(run(Map.of()).code()).isEqualTo(ExitCode.FINE);
    assertThat(edge.wanted()).contains(HOST, Edge.SIBLING);
  }

  @Test
  void anOpenHostIsAFinding() {
    edge.host(HOST, Edge.status(200));
    var run = run(Map.of(), HOST, "-o", "json", "-o", "github=annotations.txt");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("\"outcome\": \"failed\"");
    assertThat(folder.resolve("annotations.txt"))
        .content()
        .contains(
            "::error title=access-anonymous::`" + HOST + "` answers 200 to a request without");
  }

  @Test
  void aHostThatIsNotThereIsNotReached() {
    var run = run(Map.of(), "nobody.pr.example.dev");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("unreachable").endsWith("could not be checked\n");
  }

  @Test
  void whatCannotBeCheckedIsAUsageError() throws IOException {
    assertThat(run(Map.of(), "a.b.pr.example.dev").err()).contains("not one label below");
    assertThat(run(Map.of(), "pr.example.dev").code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run(Map.of(), HOST, "--require-token").err()).contains("no service token is given");
    assertThat(run(Map.of("CF_ACCESS_CLIENT_ID", "x"), HOST).err())
        .contains("`CF_ACCESS_CLIENT_SECRET` is not set");
    var broken =
        run(Map.of("CF_ACCESS_CLIENT_ID", "x", "CF_ACCESS_CLIENT_SECRET", "hush hush\n"), HOST);
    assertThat(broken.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(broken.err()).doesNotContain("hush");
    platform("access: {kind: none}");
    var none = run(Map.of());
    assertThat(none.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(none.err()).contains("does without Access");
    assertThat(edge.wanted()).isEmpty();
  }

  @Test
  void aLoginIsShownAsItIsWritten() throws IOException {
    platform("access: {kind: oidc, issuer: 'https://login.example.org', clientId: previews}");
    edge.host("login.example.org", exchange -> Edge.send(exchange, 200, DISCOVERY));
    for (String host : List.of(HOST, Edge.SIBLING)) {
      edge.host(host, exchange -> Edge.lead(exchange, login(host)));
    }
    var run = run(Map.of(), HOST);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .contains("  passed       login          led to the login of `login.example.org`")
        .contains("  skipped      bearer-token   no bearer token is given\n")
        .endsWith(
            "*.pr.example.dev is behind the login of `https://login.example.org`: 4 checks of 2 hosts\n");
    edge.host(Edge.SIBLING, Edge.status(404));
    assertThat(run(Map.of(), HOST).out())
        .endsWith(
            HOST + " is behind the login of `https://login.example.org`: 3 checks of 2 hosts\n");
    edge.host(HOST, Edge.status(200));
    var open = run(Map.of(), HOST);
    assertThat(open.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(open.out()).contains("`" + HOST + "` answers 200 to a request without a login");
    assertThat(run(Map.of(), HOST, "--require-token").err()).contains("no bearer token is given");
  }

  /** A host under a further wildcard, and a name there that nobody has. */
  @Test
  void hostsUnderFurtherWildcardsAreShownToo() throws IOException {
    platform(
        "wildcards: [7.pr.example.dev]\n    access: {kind: oidc, issuer: 'https://login.example.org',"
            + " clientId: previews}");
    String deep = "api.7.pr.example.dev";
    String sibling = "mayfly-0000000000000abc.7.pr.example.dev";
    edge.host("login.example.org", exchange -> Edge.send(exchange, 200, DISCOVERY));
    for (String host : List.of(deep, sibling, Edge.SIBLING)) {
      edge.host(host, exchange -> Edge.lead(exchange, login(host)));
    }
    var run = run(Map.of(), deep);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FINE);
    assertThat(run.out())
        .contains(deep + "\n  passed       login", sibling + "\n  passed       login")
        .endsWith(
            "*.pr.example.dev, *.7.pr.example.dev is behind the login of `https://login.example.org`: 6 checks of 3 hosts\n");
    edge.host(sibling, Edge.status(200));
    assertThat(run(Map.of(), deep).code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run(Map.of(), "a.8.pr.example.dev").err())
        .contains("is not one label below `pr.example.dev` or `7.pr.example.dev`");
  }

  /** Where each host has a certificate of its own, its sibling is asked wherever it is. */
  @Test
  void hostsOfAnyDepthWhereEachHasACertificate() throws IOException {
    platform("access: {kind: network, networks: [office-vpn]}");
    Path file = folder.resolve("mayfly.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst(
                "    gateway: .*listener: previews}",
                "    ingress: {class: nginx, controller: nginx, tls: {issuer: acme}}"));
    String deep = "api.7.pr.example.dev";
    for (String host : List.of(deep, "mayfly-0000000000000abc.7.pr.example.dev", Edge.SIBLING)) {
      edge.host(host, Edge.status(403));
    }
    var run = run(Map.of(), deep, "--outside");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
    assertThat(edge.wanted()).contains("mayfly-0000000000000abc.7.pr.example.dev");
    assertThat(run(Map.of(), "a.other.dev").err()).contains("is not below `pr.example.dev`");
  }

  @Test
  void aNetworkIsShownFromOutsideOnly() throws IOException {
    platform("access: {kind: network, networks: [203.0.113.0/24, office-vpn]}");
    edge.host(HOST, Edge.status(403));
    edge.host(Edge.SIBLING, Edge.status(403));
    var unknown = run(Map.of(), HOST, "-o", "text", "-o", "json=answer.json");
    assertThat(unknown.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(unknown.out())
        .contains("  unverifiable  outside        a refusal can be seen from outside")
        .contains("is not shown to be closed to everybody outside `203.0.113.0/24`, `office-vpn`");
    assertThat(folder.resolve("answer.json")).content().contains("\"outcome\": \"unverifiable\"");
    var outside = run(Map.of(), HOST, "--outside");
    assertThat(outside.code()).isEqualTo(ExitCode.FINE);
    assertThat(outside.out()).contains("is closed to everybody outside");
    edge.host(HOST, Edge.status(200));
    assertThat(run(Map.of(), HOST, "--outside").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run(Map.of(), HOST, "--require-token").err()).contains("networks ask for no token");
  }

  private static final String DISCOVERY =
      "{\"issuer\": \"https://login.example.org\","
          + " \"authorization_endpoint\": \"https://login.example.org/auth\"}";

  private static String login(String host) {
    return "https://login.example.org/auth?client_id=previews&response_type=code&redirect_uri="
        + "https%3A%2F%2F"
        + host
        + "%2Foauth2%2Fcallback";
  }

  private CommandLineRun run(Map<String, String> env, String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "check";
    all[1] = "access";
    System.arraycopy(args, 0, all, 2, args.length);
    List<Command> commands = List.of(new CheckAccessCommand(console -> edge.settings()));
    return CommandLineRun.of(commands, env, folder, all);
  }

  private int render() throws IOException {
    Path examples = Path.of("examples", "primitives").toAbsolutePath();
    return CommandLineRun.of(
            folder,
            "render",
            "preview",
            "--event",
            examples.resolve("pull-request.json").toString(),
            "--source",
            examples.resolve("source").toString(),
            "--out",
            ".")
        .code();
  }

  private void platform(String access) throws IOException {
    String text =
        Files.readString(Path.of("examples", "primitives", "mayfly.yaml"))
            .replace("preview.example.dev", "pr.example.dev")
            .replaceFirst("access: \\{kind: cloudflare.*}", access);
    Files.writeString(folder.resolve("mayfly.yaml"), text);
  }
}
