package dev.mayfly.platform;

import static dev.mayfly.platform.PlatformCase.CLONE;
import static dev.mayfly.platform.PlatformCase.PRIMITIVES;
import static dev.mayfly.platform.PlatformCase.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.platform.CloneDatabase.Snapshot;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database comes to be, can be reached, and is at most as old as is bearable. */
class DatabaseLimitsTest {
  private static final String LATEST = "apps.0.database.snapshot: {from: latest, class: c";
  private static final String NIGHTLY = ", schedule: 0 0 3 * * *";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          credentials: - | database-without-credentials apps.0.database
          disableRoles: [monolith] | owner-disabled apps.0.database.disableRoles
          disableRoles: [] |
          requests.memory: 1Gi |
          requests.memory: 1025Mi | request-over-limit apps.0.database.requests.memory
          requests.cpu: "8" && capacity.cpu: "9" |
          namespace: monolith |
          namespace: other | outside-source-namespace apps.0.database.namespace
          snapshot.namespace: other | outside-source-namespace apps.0.database.snapshot.namespace
          """)
  void aCloneElsewhere(String change, String said) {
    CLONE.says("apps.0.database." + change, said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' |
          ', keepDays: 3' | retention-without-schedule apps.0.database.snapshot.keepDays
          ', schedule: 0 0 3 * * *' | snapshots-pile-up apps.0.database.snapshot.schedule
          ', schedule: 0 0 3 * * *, keepDays: 3' |
          """)
  void theLatestOfASchedule(String more, String said) {
    CLONE.says(LATEST + more + "}", said);
  }

  @Test
  void backupsOfAScheduleHaveNamesThatFit() {
    String kept = LATEST + NIGHTLY + ", keepDays: 3} && apps.0.database.source: ";
    CLONE.says(kept + "a".repeat(39), "");
    CLONE.says(kept + "a".repeat(40), "schedule-name-limit apps.0.database.snapshot.schedule");
    CLONE.says("apps.0.database.source: " + "a".repeat(40), "");
  }

  @Test
  void beside() {
    PRIMITIVES.says(
        "apps.0.database.credentials: -", "database-without-credentials apps.0.database");
    assertThat(SHARED.said()).containsExactly("shared-namespace namespace.strategy");
    assertThat(SHARED.with("apps.0.database.sourceNamespace: other").said())
        .contains("database-without-credentials apps.0.database");
  }

  @Test
  void whatIsWrittenIsRead() {
    assertThat(snapshot("{from: on-demand, class: c}")).isEqualTo(new Snapshot.OnDemand("c"));
    assertThat(snapshot("{from: named, backup: b, maxAgeDays: 2}"))
        .isEqualTo(new Snapshot.NamedBackup("b", Optional.of(2)));
    assertThat(snapshot("{from: named, volumeSnapshot: v}"))
        .isEqualTo(new Snapshot.NamedVolumeSnapshot("v", Optional.empty()));
    Snapshot latest =
        snapshot("{from: latest, class: c, keepDays: 3, maxAgeDays: 2" + NIGHTLY + "}");
    assertThat(latest)
        .isEqualTo(
            new Snapshot.Latest(Optional.of("0 0 3 * * *"), Optional.of(3), "c", Optional.of(2)));
    assertThat(new Snapshot.OnDemand("c").maxAgeDays()).isEmpty();
    assertThat(new Snapshot.OnDemand("c").takenWith()).contains("c");
    assertThat(latest.takenWith()).contains("c");
    assertThat(new Snapshot.NamedBackup("b", Optional.empty()).takenWith()).isEmpty();
    Database clone = CLONE.platform().apps().getFirst().database().orElseThrow();
    CloneDatabase.Source source = ((CloneDatabase) clone).source();
    assertThat(source.database() + source.owner()).isEqualTo("monolithmonolith");
    assertThat(source.schedule()).isEqualTo("monolith-pg-previews");
    Database shared = PRIMITIVES.platform().apps().getFirst().database().orElseThrow();
    assertThat(shared.namespace()).contains("databases");
    assertThat(shared.instance()).isEmpty();
  }

  private static Snapshot snapshot(String yaml) {
    PlatformCase named = CLONE.with("apps.0.database.snapshot: " + yaml);
    Database database = named.platform().apps().getFirst().database().orElseThrow();
    return ((CloneDatabase) database).snapshot();
  }
}
