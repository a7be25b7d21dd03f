package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Edge;
import dev.mayfly.access.Team;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --require-access}: nothing is delivered or admitted to a host that is open. */
class RequireAccessTest {
  private static final String HOST = "orders-7.pr.example.dev";
  private static final String LABEL = "mayfly/admitted";

  @TempDir Path temp;
  private DeliveryWorld world;
  private Edge edge;
  private Team team;
  private StubPull pull;

  @BeforeEach
  void start() throws Exception {
    team = new Team();
    edge = new Edge(Files.createDirectories(temp.resolve("edge")));
    edge.host(Team.HOST, exchange -> Edge.send(exchange, 200, team.keys()));
    edge.everyHost(host -> team.guarded(host, 404));
    world = DeliveryWorld.pushing(temp);
    world.env.putAll(edge.variables());
    world.editPlatform(text ->
        text.replace("preview.example.dev", "pr.example.dev")
            .replaceFirst(
                "access: \\{kind: cloudflare.*}",
                "access: {kind: cloudflare, team: acme, audience: " + Team.AUDIENCE + "}"));
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
    edge.close();
  }

  @Test
  void openDeliversBehindAccessOnly() {
    edge.host(HOST, Edge.status(200));
    String before = world.gitops.tip("main");
    CommandLineRun open = world.open(7, "--require-access");
    assertThat(open.code()).as(open.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(open.err()).contains("error[access-protected]", HOST);
    assertThat(world.gitops.tip("main")).isEqualTo(before);

    edge.host(HOST, team.guarded(HOST, 404));
    CommandLineRun guarded = world.open(7, "--require-access");
    assertThat(guarded.code()).as(guarded.err()).isZero();
    assertThat(world.hasOverlay(7)).isTrue();
    assertThat(edge.wanted()).contains(HOST).anyMatch(host -> host.startsWith("mayfly-"));
  }

  @Test
  void aWildcardThatIsOpenIsNotEnough() {
    edge.everyHost(host -> Edge.status(404));
    edge.host(HOST, team.guarded(HOST, 404));
    assertThat(world.open(7, "--require-access").code()).isEqualTo(ExitCode.REFUSED);
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void silenceIsNoProof() {
    world.env.put("https_proxy", "http://127.0.0.1:1");
    CommandLineRun run = world.open(7, "--require-access");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REMOTE);
    assertThat(world.hasOverlay(7)).isFalse();
  }

  @Test
  void admitLabelsBehindAccessOnlyAndTakesTheLabelFromAnOpenHost() {
    world.editPlatform(text ->
        text.replace("delivery: overlay", "delivery: generator")
            .replaceFirst("    change: .*\n", ""));
    CommandLineRun admitted = world.admit(7, "--label", "--require-access");
    assertThat(admitted.code()).as(admitted.out() + admitted.err()).isZero();
    assertThat(pull.labels).contains(LABEL);
    edge.host(HOST, Edge.status(200));
    CommandLineRun refused = world.admit(7, "--label", "--require-access");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out()).contains("refused  proof: `" + HOST + "`");
    assertThat(pull.labels).doesNotContain(LABEL);
  }

  @Test
  void aSweepHoldsToItToo() {
    edge.host(HOST, Edge.status(200));
    assertThat(world.sync("--apply", "--require-access").out()).contains("orders#7: not opened (");
    assertThat(world.hasOverlay(7)).isFalse();
    edge.host(HOST, team.guarded(HOST, 404));
    assertThat(world.sync("--apply", "--require-access").out())
        .contains("orders#7: opened (missing)");
    assertThat(world.hasOverlay(7)).isTrue();
  }

  @Test
  void aNetworkHasToBeSeenFromOutside() {
    world.editPlatform(text ->
        text.replaceFirst(
            "access: \\{kind: cloudflare.*}", "access: {kind: network, networks: [office]}"));
    edge.everyHost(host -> Edge.status(403));
    CommandLineRun somewhere = world.open(7, "--require-access");
    assertThat(somewhere.code()).as(somewhere.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(somewhere.err()).contains("error[access-outside]", "--outside");
    assertThat(world.hasOverlay(7)).isFalse();
    CommandLineRun outside = world.open(7, "--require-access", "--outside");
    assertThat(outside.code()).as(outside.err()).isZero();
    assertThat(world.hasOverlay(7)).isTrue();
  }

  @Test
  void aLoginHasToStandThereBeforeThePreview() {
    world.editPlatform(text ->
        text.replaceFirst(
            "access: \\{kind: cloudflare.*}",
            "access: {kind: oidc, issuer: 'https://login.example.org'}"));
    edge.host(
        "login.example.org",
        exchange ->
            Edge.send(
                exchange,
                200,
                "{\"issuer\": \"https://login.example.org\","
                    + " \"authorization_endpoint\": \"https://login.example.org/auth\"}"));
    edge.everyHost(host -> Edge.status(404));
    CommandLineRun open = world.open(7, "--require-access");
    assertThat(open.code()).as(open.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(open.err()).contains("error[access-login]", "before the preview runs");
    edge.everyHost(host ->
        exchange ->
            Edge.lead(
                exchange,
                "https://login.example.org/auth?response_type=code&client_id=a&redirect_uri="
                    + "https%3A%2F%2F"
                    + host
                    + "%2Fcallback"));
    CommandLineRun guarded = world.open(7, "--require-access");
    assertThat(guarded.code()).as(guarded.err()).isZero();
    assertThat(world.hasOverlay(7)).isTrue();
  }
}
