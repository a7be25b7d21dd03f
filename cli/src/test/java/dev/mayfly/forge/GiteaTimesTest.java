package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.ProxyRules;
import dev.mayfly.http.Secret;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a real Gitea says that things happened: by these an older report is told from a newer. */
class GiteaTimesTest {
  private final GiteaServer server = GiteaServer.running();
  private final GiteaUser root = server.root();

  private Forge forge() {
    String token = root.token(List.of("write:repository", "write:issue"));
    return Forges.connect(
        ForgeSettings.Kind.GITEA,
        new Endpoint(server.url(), Optional.of(Secret.bearer(token))),
        new HttpAccess(
            ProxyRules.NONE,
            Optional.empty(),
            Forges.LIMITS,
            Clock.systemUTC(),
            pause -> {},
            new Random(1),
            Activity.SILENT));
  }

  @Test
  void aMergeAndAReportHaveTheirTime() throws ForgeException {
    root.made("/user/repos", Map.of("name", "times", "auto_init", true, "default_branch", "main"));
    String repository = "/repos/root/times";
    root.made(
        repository + "/contents/a.txt",
        Map.of("content", "YQo=", "message", "a", "branch", "main", "new_branch", "a"));
    root.made(repository + "/pulls", Map.of("title", "A", "head", "a", "base", "main"));
    Instant before = Instant.now().minusSeconds(2);
    for (int tries = 0;
        root.send("POST", repository + "/pulls/1/merge", Map.of("Do", "merge")).status() != 200;
        tries++) {
      assertThat(tries).isLessThan(1000);
    }
    RepositoryName name = RepositoryName.parse("root/times").orElseThrow();
    Forge forge = forge();
    Change merged = forge.mergedLately(name, "main").getFirst();
    assertThat(merged.mergedAt().orElseThrow()).isBetween(before, Instant.now().plusSeconds(2));
    CommitSha commit = merged.headSha().orElseThrow();
    forge.report(
        new ReportedPreview(
            name, new PullRequestNumber(1), commit, "orders/pr-1", Optional.empty(), false),
        Deployment.live());
    Deployment live = forge.deployment(name, commit, "orders/pr-1").orElseThrow();
    assertThat(live.at().orElseThrow()).isBetween(before, Instant.now().plusSeconds(2));
    assertThat(live.about(merged.mergedAt())).isEqualTo(Deployment.About.WHAT_IS);
  }
}
