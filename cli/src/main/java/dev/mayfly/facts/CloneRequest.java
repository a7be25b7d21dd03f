package dev.mayfly.facts;

import dev.mayfly.facts.ClusterFacts.Name;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.platform.CloneDatabase;
import dev.mayfly.platform.CloneDatabase.Snapshot;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A clone that somebody wants.
 *
 * @param namespace of the clone, its source and its snapshot
 * @param cluster the source; empty when only its backup is named
 * @param backup empty where it is yet to be taken
 * @param major of the image it runs
 * @param walStorage whether it has a volume of its own for {@code pg_wal}
 * @param maxAgeDays what counts as old
 */
public record CloneRequest(
    String namespace,
    Optional<String> cluster,
    Optional<String> backup,
    Optional<String> volumeSnapshot,
    Optional<Quantity> size,
    Optional<String> storageClass,
    Optional<Integer> major,
    boolean walStorage,
    Optional<String> snapshotClass,
    int maxAgeDays) {
  public static final int MAX_AGE_DAYS = 7;

  private static final Pattern MAJOR = Pattern.compile(":([0-9]{1,2})(?:[.-][^@:/]*)?(?:@|$)");

  /**
   * The clone of a preview.
   *
   * @param chosen the Backup, where the platform leaves it to each preview
   */
  public static CloneRequest of(CloneDatabase clone, Optional<String> chosen) {
    Snapshot from = clone.snapshot();
    Optional<String> named =
        from instanceof Snapshot.NamedBackup backup
            ? Optional.of(backup.backup())
            : chosen.filter(any -> from instanceof Snapshot.Latest);
    return new CloneRequest(
        clone.source().namespace(),
        Optional.of(clone.source().cluster()),
        named,
        from instanceof Snapshot.NamedVolumeSnapshot volume
            ? Optional.of(volume.volumeSnapshot())
            : Optional.empty(),
        Optional.of(Quantity.parse(clone.own().size())),
        clone.own().storageClass(),
        major(clone.own().image()),
        false,
        from.takenWith(),
        from.maxAgeDays().orElse(MAX_AGE_DAYS));
  }

  /** The major version that an image's tag begins with. */
  public static Optional<Integer> major(String image) {
    Matcher matcher = MAJOR.matcher(image);
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  Name in(String name) {
    return new Name(namespace, name);
  }
}
