package dev.mayfly.facts;

import static dev.mayfly.facts.Judgement.refused;
import static dev.mayfly.facts.Judgement.unverifiable;
import static dev.mayfly.facts.Judgement.worrying;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.facts.ClusterFacts.Role;
import dev.mayfly.facts.ClusterFacts.SourceCluster;
import dev.mayfly.facts.ClusterFacts.TakenBackup;
import dev.mayfly.facts.ClusterFacts.TakenSnapshot;
import dev.mayfly.kubernetes.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a clone against what is known of its source. What is not known is said, never guessed. */
public final class CloneJudge {
  private final CloneRequest clone;
  private final ClusterFacts facts;
  private final Optional<TakenBackup> backup;
  private final List<TakenSnapshot> snapshots;
  private final Optional<TakenSnapshot> data;
  private final Optional<SourceCluster> source;
  private final List<Judgement> judgements = new ArrayList<>();

  private CloneJudge(CloneRequest clone, ClusterFacts facts) {
    this.clone = clone;
    this.facts = facts;
    this.backup = clone.backup().flatMap(name -> facts.backup(clone.in(name)));
    this.snapshots =
        clone
            .volumeSnapshot()
            .map(name -> facts.snapshot(clone.in(name)).toList())
            .or(() -> clone.backup().map(name -> facts.snapshotsOf(clone.in(name))))
            .orElse(List.of());
    this.data = snapshots.stream().filter(s -> s.role() == Role.DATA).findFirst();
    this.source =
        clone
            .cluster()
            .or(() -> backup.map(TakenBackup::cluster))
            .flatMap(name -> facts.cluster(clone.in(name)));
  }

  /** All that is to be said, in the order of {@link CloneMismatch}. */
  public static List<Judgement> judge(CloneRequest clone, ClusterFacts facts) {
    CloneJudge judge = new CloneJudge(clone, facts);
    judge.size();
    judge.major();
    judge.layout();
    judge.age();
    judge.completeness();
    judge.judgements.addAll(
        StorageJudge.judge(clone, facts, judge.data.flatMap(TakenSnapshot::snapshotClass)));
    return List.copyOf(judge.judgements);
  }

  /**
   * A volume below the restore size is refused by the provisioner (kubernetes-csi,
   * external-provisioner); some drivers want the very size.
   */
  private void size() {
    Optional<Quantity> needs =
        data.flatMap(TakenSnapshot::restoreSize).or(() -> source.flatMap(SourceCluster::size));
    if (needs.isEmpty()) {
      judgements.add(
          unverifiable(
              CloneMismatch.SIZE,
              "the size of what is cloned is not known",
              "list `volumesnapshots` and `pvc` of `" + clone.namespace() + "` in the facts"));
      return;
    }
    if (clone.size().isEmpty()) {
      return;
    }
    Quantity has = clone.size().get();
    int difference = has.compareTo(needs.get());
    boolean equal = StorageJudge.wantsEqualSize(clone, facts);
    if (difference < 0 || difference > 0 && equal) {
      judgements.add(
          refused(
              CloneMismatch.SIZE,
              decidedBy(),
              "the clone has %s, and what is cloned has %s".formatted(has, needs.get()),
              equal
                  ? "set `storage.size` to exactly that; the driver takes no other"
                  : "raise `storage.size`"));
    }
  }

  private void major() {
    Optional<Integer> needs =
        data.flatMap(TakenSnapshot::major)
            .or(() -> backup.flatMap(TakenBackup::major))
            .or(() -> source.flatMap(SourceCluster::major));
    if (needs.isEmpty() || clone.major().isEmpty()) {
      judgements.add(
          unverifiable(
              CloneMismatch.MAJOR,
              "the major version of what is cloned is not known",
              "list `clusters.postgresql.cnpg.io` in the facts, or name the image by its tag"));
    } else if (!needs.equals(clone.major())) {
      judgements.add(
          refused(
              CloneMismatch.MAJOR,
              decidedBy(),
              "the clone runs PostgreSQL %s on data of PostgreSQL %s"
                  .formatted(clone.major().get(), needs.get()),
              "use the image of the source"));
    }
  }

  /** Two snapshots are not of one moment, and a clone without the volume lacks the link's end. */
  private void layout() {
    boolean separate =
        snapshots.stream().anyMatch(s -> s.role() != Role.DATA)
            || source.map(s -> s.separateWal() || s.tablespaces() > 0).orElse(false);
    if (data.isEmpty() && source.isEmpty()) {
      judgements.add(
          unverifiable(
              CloneMismatch.LAYOUT,
              "whether the source keeps `pg_wal` on a volume of its own is not known",
              "list `clusters.postgresql.cnpg.io` in the facts"));
    } else if (separate != clone.walStorage()) {
      judgements.add(
          refused(
              CloneMismatch.LAYOUT,
              decidedBy(),
              separate
                  ? "the source has more volumes than `PGDATA`, and the clone has that one alone"
                  : "the clone has a volume for `pg_wal`, and the source has none",
              "give both the same volumes; a preview's clone has one"));
    }
  }

  private void age() {
    Optional<Instant> taken =
        backup.flatMap(TakenBackup::stoppedAt).or(() -> data.flatMap(TakenSnapshot::takenAt));
    if (taken.isEmpty() || facts.observedAt().isEmpty()) {
      return;
    }
    long days = Duration.between(taken.get(), facts.observedAt().get()).toDays();
    if (days > clone.maxAgeDays()) {
      judgements.add(
          worrying(
              CloneMismatch.AGE,
              decidedBy(),
              "what is cloned is %s days old, more than %s".formatted(days, clone.maxAgeDays()),
              "take a newer backup, or raise `snapshot.maxAgeDays`"));
    }
  }

  private void completeness() {
    Optional<String> wanted = clone.backup().or(clone::volumeSnapshot);
    if (backup.isPresent() && !backup.get().phase().isCompleted()) {
      String phase = backup.get().phase().word();
      judgements.add(
          refused(
              CloneMismatch.COMPLETENESS,
              backup.get().location(),
              "the backup `%s` is %s"
                  .formatted(
                      backup.get().name().name(),
                      phase.isEmpty() ? "not begun" : "`" + phase + "`"),
              "a clone would wait and never be made; name one that is completed"));
    }
    for (TakenSnapshot snapshot : snapshots) {
      if (!snapshot.ready().orElse(true)) {
        judgements.add(
            refused(
                CloneMismatch.COMPLETENESS,
                snapshot.location(),
                "the snapshot `" + snapshot.name().name() + "` is not ready to use",
                "wait until it is, or name another backup"));
      }
    }
    if (wanted.isPresent() && backup.isEmpty() && snapshots.isEmpty()) {
      judgements.add(
          unverifiable(
              CloneMismatch.COMPLETENESS,
              "`%s/%s` is not among the facts".formatted(clone.namespace(), wanted.get()),
              "list `backups.postgresql.cnpg.io` and `volumesnapshots` of that namespace"));
    }
  }

  private Location decidedBy() {
    return data.map(TakenSnapshot::location)
        .or(() -> backup.map(TakenBackup::location))
        .or(() -> source.map(SourceCluster::location))
        .orElseThrow();
  }
}
