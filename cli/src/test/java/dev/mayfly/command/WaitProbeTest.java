package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.mayfly.access.Edge;
import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Until the preview itself answers at the commit, past its guard. */
class WaitProbeTest {
  private static final String HOST = "orders-7.pr.example.dev";
  @TempDir Path temp;
  private WaitWorld world;

  @BeforeEach
  void start() throws Exception {
    world = new WaitWorld(temp);
    world.platform(
        Examples.platform("primitives").replace("preview.example.dev", "pr.example.dev"));
    world.shows(ShownApplication.live());
    world.env.put("CF_ACCESS_CLIENT_ID", "ci.access");
    world.env.put("CF_ACCESS_CLIENT_SECRET", "secret-of-ci");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  /** Lets in who has the token, and names a commit: the old one for the first two visits. */
  private void preview() {
    AtomicInteger visits = new AtomicInteger();
    world.edge.host(
        HOST,
        exchange -> {
          if (!"secret-of-ci".equals(header(exchange, "CF-Access-Client-Secret"))) {
            Edge.lead(exchange, "https://acme.cloudflareaccess.com/cdn-cgi/access/login");
            return;
          }
          boolean old = visits.getAndIncrement() < 2;
          String commit = old ? ShownApplication.OLDER : ShownApplication.SHA;
          exchange.getResponseHeaders().add("X-Commit", "v1-" + commit);
          Edge.send(exchange, old ? 503 : 200, "commit: " + commit);
        });
  }

  private static String header(HttpExchange exchange, String name) throws IOException {
    return exchange.getRequestHeaders().getFirst(name);
  }

  @Test
  void theCommitIsExpectedInHeaderOrBody() {
    preview();
    CommandLineRun run = world.run("--probe", "/healthz?x=1", "--expect-header", "x-commit: {sha}");
    assertThat(world.golden("probed", run, "--probe", "/healthz?x=1").code()).isZero();
    preview();
    assertThat(world.run("--probe", "/", "--expect-body", "commit: {sha}").code()).isZero();
    assertThat(run.out() + run.err()).doesNotContain("secret-of-ci").doesNotContain("ci.access");
    assertThat(world.edge.seen())
        .filteredOn(seen -> seen.host().equals(HOST))
        .first()
        .satisfies(seen -> assertThat(seen.path()).isEqualTo("/healthz?x=1"));
  }

  @Test
  void whatIsNotAsExpectedIsWaitedFor() {
    preview();
    assertThat(
            world
                .run(
                    "--timeout",
                    "30s",
                    "--probe",
                    "/",
                    "--expect-header",
                    "X-Commit: " + "9".repeat(40))
                .out())
        .contains("timed out: orders#7 at 7777777 answers without the expected `X-Commit`");
    assertThat(world.run("--timeout", "30s", "--probe", "/", "--expect-body", "other").out())
        .contains("answers without the expected text at `https://" + HOST + "/`");
    assertThat(world.run("--timeout", "30s", "--probe", "/", "--expect-status", "204").out())
        .contains("answers 200 at");
    assertThat(world.run("--probe", "/", "--expect-status", "200").code()).isZero();
    world.edge.host(HOST, exchange -> exchange.close());
    assertThat(world.run("--timeout", "10s", "--probe", "/").out()).contains("gives no answer: ");
  }

  /** Whatever answers there is not what has failed. */
  @Test
  void whatFailedIsNotProbed() {
    world.shows(ShownApplication.syncFailed());
    world.edge.host(HOST, exchange -> Edge.send(exchange, 503, "the older one"));
    CommandLineRun run = world.run("--probe", "/");
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FINDINGS);
    assertThat(world.slept()).isZero();
  }

  @Test
  void aLoginIsNeverThePreview() {
    preview();
    world.env.remove("CF_ACCESS_CLIENT_ID");
    world.env.remove("CF_ACCESS_CLIENT_SECRET");
    CommandLineRun run = world.run("--probe", "/", "--timeout", "10s");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.out()).contains("answers 302, and no token was given to get past a login");
    world.env.put("CF_ACCESS_CLIENT_ID", "half");
    assertThat(world.run("--probe", "/").code()).isEqualTo(ExitCode.CONFIGURATION);
  }

  @Test
  void anAppWithoutARouteCannotBeProbed() {
    world.platform(
        """
        apiVersion: mayfly.dev/v1alpha1
        kind: PreviewPlatform
        metadata: {name: primitives}
        spec:
          gitops: {repository: "https://github.com/acme/gitops.git", branch: main}
          forge: {kind: github, url: "https://github.com"}
          apps:
          - name: orders
            repository: acme/primitives
            bundle: {kind: kustomize, path: primitives/service/orders/deploy}
        """);
    CommandLineRun run = world.run("--probe", "/");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("has no route, so nothing can be probed");
    assertThat(world.run().out()).contains("live: orders#7 at 7777777, no URL");
  }
}
