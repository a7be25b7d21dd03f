package dev.mayfly.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessProofTest {
  private static final String HOST = "orders-7.pr.example.dev";
  @TempDir Path folder;

  @Test
  void aPreviewIsDeliveredBehindAccessOnly() throws Exception {
    Team team = new Team();
    try (Edge edge = new Edge(folder)) {
      edge.host(Team.HOST, Edge.json(team.keys()));
      edge.host(Edge.SIBLING, team.guarded(Edge.SIBLING, 404));
      assertThatThrownBy(() -> prove(edge, true))
          .isInstanceOfSatisfying(
              ProblemsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REMOTE));
      edge.host(HOST, Edge.status(404));
      assertThatThrownBy(() -> prove(edge, true))
          .isInstanceOfSatisfying(
              ProblemsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REFUSED))
          .hasMessageContaining(HOST);
      edge.host(HOST, team.guarded(HOST, 404));
      prove(edge, true);
      assertThat(edge.seen()).extracting(Edge.Seen::host).contains(HOST);
      assertThatThrownBy(() -> prove(edge, false)).hasMessageContaining("without Access");
    }
  }

  @Test
  void everyHostOfAPreviewIsAsked() throws Exception {
    Team team = new Team();
    try (Edge edge = new Edge(folder)) {
      edge.host(Team.HOST, Edge.json(team.keys()));
      edge.host(Edge.SIBLING, team.guarded(Edge.SIBLING, 404));
      edge.host(HOST, team.guarded(HOST, 404));
      edge.host("api-7.pr.example.dev", Edge.status(200));
      String routes =
          "routes: [{service: orders, port: 80, primary: true}, {host: 'api-${pr.number}', service:"
              + " api, port: 80}]";
      String several = platform(true).replaceFirst("service: \\{name: orders.*}", "ROUTES");
      assertThatThrownBy(() -> prove(edge, several.replace("ROUTES", routes)))
          .isInstanceOfSatisfying(
              ProblemsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REFUSED))
          .hasMessageContaining("api-7.pr.example.dev");
    }
  }

  private static void prove(Edge edge, boolean access) throws Exception {
    prove(edge, platform(access));
  }

  private static String platform(boolean access) throws Exception {
    String text =
        Files.readString(Path.of("examples", "primitives", "mayfly.yaml"))
            .replace("preview.example.dev", "pr.example.dev");
    if (!access) {
      text = text.replaceFirst("access: \\{kind: cloudflare.*}", "access: {kind: none}");
    }
    return text;
  }

  private static void prove(Edge edge, String text) throws Exception {
    LoadedPlatform loaded =
        PlatformLoader.load("mayfly.yaml", text.getBytes(StandardCharsets.UTF_8));
    PullRequest pullRequest =
        new PullRequest(
            new RepositoryName("acme/primitives"),
            PullRequestNumber.parse("7").orElseThrow(),
            new CommitSha("2f22765d04931a078909145ca628d2264c852d7d"));
    new AccessProof(edge.settings(), false)
        .prove(
            Overlay.of(loaded.blueprint("orders").orElseThrow(), Templates.bundled()),
            new PreviewFacts(pullRequest, Map.of(), Optional.empty()),
            new TreeMap<>());
  }
}
