package dev.mayfly.facts;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.facts.ClusterFacts.TakenBackup;
import dev.mayfly.facts.ClusterFacts.TakenSnapshot;
import dev.mayfly.platform.CloneDatabase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Chooses the Backup of a clone where the platform says {@code latest}. */
public final class LatestBackup {
  /** Of two that ended at once the later name; names of a schedule end in their time. */
  private static final Comparator<TakenBackup> NEWEST =
      Comparator.comparing((TakenBackup backup) -> backup.stoppedAt().orElse(Instant.EPOCH))
          .thenComparing(backup -> backup.name().name());

  private LatestBackup() {}

  /**
   * The newest completed Backup of the source whose snapshots are not known to be unready.
   *
   * @throws ProblemsException (refused) when there is none
   */
  public static String of(CloneDatabase.Source source, ClusterFacts facts) {
    List<TakenBackup> taken =
        facts.backups().stream()
            .filter(backup -> backup.cluster().equals(source.cluster()))
            .filter(backup -> backup.name().namespace().equals(source.namespace()))
            .toList();
    return taken.stream()
        .filter(backup -> backup.phase().isCompleted())
        .filter(
            backup -> facts.snapshotsOf(backup.name()).stream().noneMatch(LatestBackup::unready))
        .max(NEWEST)
        .map(backup -> backup.name().name())
        .orElseThrow(() -> none(source, taken.size()));
  }

  private static boolean unready(TakenSnapshot snapshot) {
    return !snapshot.ready().orElse(true);
  }

  private static ProblemsException none(CloneDatabase.Source source, int others) {
    String seen = others == 0 ? "none at all" : others + " that cannot be cloned yet";
    return Fault.REFUSED.error(
        "no-backup",
        "the facts hold no completed backup of `%s/%s`, but %s"
            .formatted(source.namespace(), source.cluster(), seen),
        "take one, or list `backups.postgresql.cnpg.io` of that namespace too");
  }
}
