package dev.mayfly.leak;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.facts.BackupPhase;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Finding;
import dev.mayfly.platform.App;
import dev.mayfly.platform.CloneDatabase;
import dev.mayfly.platform.CloneDatabase.Snapshot;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Backups of the platform's own schedules that are past {@code keepDays}. The newest that is done
 * stays, and so does each that a preview in Git was made from.
 */
public final class OldBackups {
  private OldBackups() {}

  /** The days that Backups of a source cluster are kept, by that cluster. */
  private static SortedMap<String, Rule> rules(Platform platform) {
    SortedMap<String, Rule> rules = new TreeMap<>();
    for (App app : platform.apps()) {
      if (app.database().orElse(null) instanceof CloneDatabase clone
          && clone.snapshot() instanceof Snapshot.Latest latest
          && latest.keepDays().isPresent()) {
        Rule rule = new Rule(clone.source(), latest.keepDays().get());
        rules.merge(
            clone.source().namespace() + "/" + clone.source().cluster(),
            rule,
            (one, other) -> one.days > other.days ? one : other);
      }
    }
    return rules;
  }

  private record Rule(CloneDatabase.Source source, int days) {
    /** CloudNativePG labels what a schedule takes ({@code ParentScheduledBackupLabelName}). */
    boolean isAbout(MapNode backup) {
      return backup.textOrEmpty("metadata", "namespace").equals(source.namespace())
          && backup
              .textOrEmpty("metadata", "labels", "cnpg.io/scheduled-backup")
              .equals(source.schedule());
    }
  }

  /** Whether the platform names a retention for any Backups. */
  public static boolean areAsked(Platform platform) {
    return !rules(platform).isEmpty();
  }

  /**
   * @param used names of Backups that previews were made from
   */
  public static List<Finding> find(
      Platform platform, ListedCluster cluster, Set<String> used, Instant now) {
    return rules(platform).values().stream()
        .flatMap(rule -> {
          List<MapNode> taken = cluster.backups().stream().filter(rule::isAbout).toList();
          Optional<Instant> newest =
              taken.stream()
                  .filter(it -> new BackupPhase(it.textOrEmpty("status", "phase")).isCompleted())
                  .flatMap(it -> takenAt(it).stream())
                  .max(Comparator.naturalOrder());
          return taken.stream()
              .filter(it -> !used.contains(it.textOrEmpty("metadata", "name")))
              .filter(it -> newest.flatMap(last -> takenAt(it).filter(last::isAfter)).isPresent())
              .filter(it -> isOld(it, rule, now))
              .map(it -> finding(it, rule, now));
        })
        .sorted(Comparator.comparing(Finding::subject))
        .toList();
  }

  private static boolean isOld(MapNode backup, Rule rule, Instant now) {
    return Syntaxes.OBJECT_NAME.matches(backup.textOrEmpty("metadata", "name"))
        && takenAt(backup).filter(at -> days(at, now) > rule.days).isPresent();
  }

  private static Optional<Instant> takenAt(MapNode backup) {
    return Timestamp.parse(backup.textOrEmpty("status", "stoppedAt"))
        .or(() -> Timestamp.parse(backup.textOrEmpty("metadata", "creationTimestamp")));
  }

  private static long days(Instant at, Instant now) {
    return Duration.between(at, now).toDays();
  }

  private static Finding finding(MapNode backup, Rule rule, Instant now) {
    String name = backup.textOrEmpty("metadata", "name");
    String namespace = rule.source.namespace();
    return new Finding(
        "old-backup",
        Severity.WARNING,
        Finding.Verdict.PROVEN,
        backup.location(),
        "Backup " + namespace + "/" + name,
        "Backup `%s` of Cluster `%s` is %s days old, and `keepDays` is %s"
            .formatted(
                name, rule.source.cluster(), days(takenAt(backup).orElseThrow(), now), rule.days),
        "`kubectl delete %s %s -n %s`; its snapshots go with it, as the source cluster's patch has it"
            .formatted(ClusterObject.resource(GroupKind.BACKUP), name, namespace),
        List.of());
  }
}
