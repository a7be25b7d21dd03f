package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.ForgeBench;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How previews fare by what was reported of them at the forge. */
class ReportedHealthTest {
  private static final RepositoryName SHOP = new RepositoryName("acme/shop");
  private static final CommitSha SHA = new CommitSha("0123456789abcdef0123456789abcdef01234567");
  private static final PreviewId ID = id("orders", 7);

  private final ForgeBench bench = new ForgeBench();
  private final ReportedHealth reported =
      new ReportedHealth(bench.fresh(ForgeSettings.Kind.GITHUB));

  @AfterEach
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "success, '', LIVE is reported as live",
    "failure, '', FAILED is reported as failed",
    "failure, it crashed, FAILED is reported as failed: it crashed",
    "in_progress, pods start, DEPLOYING is reported as on its way: pods start",
    "in_progress, delivered; Argo CD takes it from here, ''",
    "inactive, x, ''"
  })
  void healthIsWhatWasReported(String state, String said, String status) {
    bench.stub().reports.add(SHA.hex(), "orders/pr-7", state, said);
    HealthSource.Health health = health();
    assertThat(health.unknown()).isEmpty();
    PreviewStatus known = health.known().get(ID);
    assertThat(known == null ? "" : known.state() + " " + known.words()).isEqualTo(status);
  }

  @Test
  void whoDoesNotAnswerIsAskedOnce() {
    bench.stub().reports.unreadable = true;
    HealthSource.Health health = health();
    assertThat(health.known()).isEmpty();
    assertThat(health.unknown())
        .singleElement()
        .satisfies(it ->
            assertThat(it.message()).startsWith("what was reported of previews is not known: "));
    PullRequest source = new PullRequest(SHOP, ID.number(), SHA);
    assertThat(reported.of(new TreeMap<>(Map.of(ID, source))).unknown()).hasSize(1);
    assertThat(reported.witness().word()).isEqualTo("forge");
    assertThat(HealthSource.NOBODY.of(new TreeMap<>()).known()).isEmpty();
  }

  /** Of preview 7 and of one that nobody reported. */
  private HealthSource.Health health() {
    PullRequest source = new PullRequest(SHOP, ID.number(), SHA);
    return reported.of(new TreeMap<>(Map.of(ID, source, id("orders", 8), source)));
  }
}
