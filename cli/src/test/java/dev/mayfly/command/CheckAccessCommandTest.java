package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Edge;
import dev.mayfly.access.Team;
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
        .endsWith("*.pr.example.dev is behind Access\n");
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
