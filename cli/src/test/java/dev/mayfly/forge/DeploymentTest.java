package dev.mayfly.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each forge was told of a preview, read back for one commit and one environment. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeploymentTest {
  private static final CommitSha SHA = new CommitSha("7".repeat(40));
  private static final String OTHER = "8".repeat(40);
  private static final String ENVIRONMENT = "orders/pr-7";
  private ForgeBench bench;

  @BeforeAll
  void start() {
    bench = new ForgeBench();
  }

  @AfterAll
  void stop() {
    bench.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void onlyThisCommitAndEnvironmentCount(ForgeSettings.Kind kind) throws ForgeException {
    Forge forge = bench.fresh(kind);
    assertThat(forge.deployment(ForgeReadTest.SHOP, SHA, ENVIRONMENT)).isEmpty();
    StubReports reports = bench.stub().reports;
    reports.add(OTHER, ENVIRONMENT, "success", "");
    reports.add(SHA.hex(), "billing/pr-7", "success", "");
    assertThat(forge.deployment(ForgeReadTest.SHOP, SHA, ENVIRONMENT)).isEmpty();
    reports.add(SHA.hex(), ENVIRONMENT, "pending", "on its way");
    reports.add(SHA.hex(), ENVIRONMENT, "success", "it runs");
    reports.add(OTHER, ENVIRONMENT, "pending", "");
    assertThat(
            forge
                .deployment(ForgeReadTest.SHOP, SHA, ENVIRONMENT)
                .map(it -> it.at(Optional.empty())))
        .contains(new Deployment(Deployment.State.SUCCESS, "it runs"));
  }

  @Test
  void aDeploymentWithoutAStatusIsOnItsWay() throws ForgeException {
    Forge forge = bench.fresh(ForgeSettings.Kind.GITHUB);
    bench.stub().reports.add(SHA.hex(), ENVIRONMENT, "", "");
    assertThat(forge.deployment(ForgeReadTest.SHOP, SHA, ENVIRONMENT))
        .contains(new Deployment(Deployment.State.PENDING, ""));
  }

  @Test
  void everyWordOfTheForgesHasAMeaning() {
    assertThat(Deployment.state("success")).isEqualTo(Deployment.State.SUCCESS);
    for (String word : new String[] {"failure", "failed", "error"}) {
      assertThat(Deployment.state(word)).isEqualTo(Deployment.State.FAILURE);
    }
    for (String word : new String[] {"inactive", "canceled"}) {
      assertThat(Deployment.state(word)).isEqualTo(Deployment.State.INACTIVE);
    }
    for (String word :
        new String[] {"pending", "queued", "in_progress", "running", "warning", ""}) {
      assertThat(Deployment.state(word)).isEqualTo(Deployment.State.PENDING);
    }
  }

  @Test
  void anEndIsAboutWhatWasWhereThatWasChangedSince() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    Deployment live = new Deployment(Deployment.State.SUCCESS, "", Optional.of(noon));
    assertThat(live.about(Optional.of(noon.plusSeconds(1)))).isEqualTo(Deployment.About.WHAT_WAS);
    assertThat(live.about(Optional.of(noon))).isEqualTo(Deployment.About.WHAT_IS);
    assertThat(live.about(Optional.empty())).isEqualTo(Deployment.About.UNKNOWN);
    assertThat(Deployment.live().about(Optional.of(noon))).isEqualTo(Deployment.About.UNKNOWN);
    assertThat(Deployment.delivered().about(Optional.empty())).isEqualTo(Deployment.About.WHAT_IS);
  }

  @Test
  void theLaterOfTwoPlacesCounts() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    Optional<Deployment> live = Optional.of(Deployment.live());
    Optional<Deployment> runs = Optional.of(Deployment.delivered());
    Optional<Deployment> liveAtNoon = live.map(it -> it.at(Optional.of(noon)));
    Optional<Deployment> runsLater = runs.map(it -> it.at(Optional.of(noon.plusSeconds(1))));
    assertThat(Deployment.later(liveAtNoon, runsLater)).isEqualTo(runsLater);
    assertThat(Deployment.later(runsLater, liveAtNoon)).isEqualTo(runsLater);
    assertThat(Deployment.later(Optional.empty(), live)).isEqualTo(live);
    assertThat(Deployment.later(live, Optional.empty())).isEqualTo(live);
    assertThat(Deployment.later(live, runsLater)).as("no time: the end").isEqualTo(live);
    assertThat(Deployment.later(runsLater, live)).as("no time: the end").isEqualTo(live);
  }

  @Test
  void withoutAForgeNobodySays() {
    assertThat(
            catchThrowableOfType(
                    ForgeException.class,
                    () -> new NoForge().deployment(ForgeReadTest.SHOP, SHA, ENVIRONMENT))
                .kind())
        .isEqualTo(ForgeException.Kind.NO_FORGE);
  }
}
