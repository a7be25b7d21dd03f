package dev.mayfly.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.CloneDatabase;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The newest backup that can be cloned, whatever the order of the list. */
class LatestBackupTest {
  private static final CloneDatabase.Source SOURCE =
      new CloneDatabase.Source("shop-pg", "shop", "shop", "shop");

  @Test
  void takesTheNewestThatIsCompletedAndReady() {
    String facts =
        backup("b", "completed", "02")
            + backup("d", "running", "04")
            + backup("a", "completed", "01")
            + backup("c", "completed", "03")
            + backup("other", "completed", "05").replace("shop-pg", "other-pg")
            + backup("elsewhere", "completed", "06").replace("namespace: shop", "namespace: dev");
    assertThat(latest(facts)).isEqualTo("c");
    String unready =
        "    snapshots:\n      - {namespace: shop, name: x, backup: c, ready: false}\n";
    assertThat(latest(facts + unready)).isEqualTo("b");
  }

  @Test
  void ofTwoThatEndedTogetherTakesTheLaterName() {
    assertThat(latest(backup("b", "completed", "02") + backup("a", "completed", "02")))
        .isEqualTo("b");
  }

  @Test
  void refusesWhereNoneCanBeCloned() {
    assertThatThrownBy(() -> latest(backup("a", "failed", "01")))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("1 that cannot be cloned yet");
  }

  private static String latest(String backups) {
    String text =
        "apiVersion: mayfly.dev/v1alpha1\nkind: ClusterFacts\nmetadata: {name: a}\nspec:\n"
            + "    backups:\n"
            + backups;
    return LatestBackup.of(
        SOURCE, ClusterFacts.read("facts.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String backup(String name, String phase, String hour) {
    return ("      - {namespace: shop, name: %s, cluster: shop-pg, phase: %s, stoppedAt:"
            + " \"2026-03-10T%s:00:00Z\"}\n")
        .formatted(name, phase, hour);
  }
}
