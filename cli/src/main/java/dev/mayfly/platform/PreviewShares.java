package dev.mayfly.platform;

import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.kubernetes.UsualResources;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that one preview of an app runs, as far as the platform says. A Backup runs no pod of its
 * own: the operator asks the storage driver for a snapshot.
 */
public record PreviewShares(List<Share> shares) {
  public PreviewShares {
    shares = List.copyOf(shares);
  }

  /** Which part of what a preview runs. */
  public enum Part {
    WORKLOAD("workload"),
    DATABASE("database"),
    DATABASE_JOB("database job, earlier"),
    MIGRATION_CHECK("migration check"),
    EXTRAS("extras");

    private final String words;

    Part(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * One part of what a preview runs.
   *
   * @param inPreview whether it runs in the preview's own namespace, where the quota counts it
   * @param counted false for what never runs beside the rest
   */
  public record Share(Part part, Amounts amounts, boolean inPreview, boolean counted) {}

  public static PreviewShares of(Platform platform, App app) {
    List<Share> shares = new ArrayList<>();
    shares.add(new Share(Part.WORKLOAD, workload(platform, app), true, true));
    Optional<Database> database = app.database();
    if (database.isPresent() && database.get().instance().isPresent()) {
      Database.Instance own = database.get().instance().get();
      boolean inPreview = database.get().namespace().isEmpty();
      Amounts instance = container(platform, inPreview, own.requests(), own.limits());
      shares.add(new Share(Part.DATABASE, instance, inPreview, true));
      // The same resources; done before the instance starts (CloudNativePG, pkg/specs/jobs.go).
      shares.add(new Share(Part.DATABASE_JOB, instance, inPreview, false));
    }
    if (database.isPresent() && database.get().migrationCheck().isPresent()) {
      MigrationCheck check = database.get().migrationCheck().get();
      Amounts job = container(platform, true, check.requests(), check.limits());
      shares.add(new Share(Part.MIGRATION_CHECK, job, true, true));
    }
    return new PreviewShares(shares);
  }

  /** What it requests and may use at one time. */
  public Amounts total() {
    return sum(Share::counted);
  }

  /** The part of it that the preview's quota counts. */
  Amounts inPreview() {
    return sum(share -> share.counted() && share.inPreview());
  }

  private Amounts sum(Predicate<Share> which) {
    return shares.stream().filter(which).map(Share::amounts).reduce(Amounts.NONE, Amounts::plus);
  }

  /** The sum as a sentence has it: {@code workload 256Mi, database 512Mi}. */
  public String sum(String resource) {
    List<String> parts = new ArrayList<>();
    for (Share share : shares) {
      Quantity request = share.amounts().request(resource);
      if (share.counted() && request.compareTo(Quantity.ZERO) > 0) {
        parts.add(share.part().words() + " " + request);
      }
    }
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  /**
   * What the platform says of the workload; else what the chart is given by Helm's convention,
   * times its replicas; else what a container gets that names nothing.
   */
  public static Amounts workload(Platform platform, App app) {
    if (app.workload().isPresent()) {
      return app.workload().get();
    }
    UsualResources usual = platform.namespace().limits().usual();
    if (app.values().isEmpty()) {
      return usual.of(it -> Optional.empty(), it -> Optional.empty());
    }
    MapNode values = app.values().get();
    Amounts one = usual.of(it -> given(values, "requests", it), it -> given(values, "limits", it));
    String replicas = values.textAt("replicaCount");
    boolean counted = replicas != null && replicas.matches("[1-9][0-9]{0,3}");
    return one.times(counted ? Integer.parseInt(replicas) : 1);
  }

  private static Optional<Quantity> given(MapNode values, String key, String resource) {
    return values.at("resources", key, resource) instanceof ScalarNode given && !given.isAmbiguous()
        ? Quantity.read(given.text())
        : Optional.empty();
  }

  /** What a container of ours says itself; the namespace of the preview adds its defaults. */
  private static Amounts container(
      Platform platform,
      boolean inPreview,
      Map<String, String> requests,
      Map<String, String> limits) {
    boolean bare = !inPreview || platform.namespace().isShared();
    UsualResources usual =
        bare ? UsualResources.of(Map.of(), Map.of()) : platform.namespace().limits().usual();
    return usual.of(
        it -> Optional.ofNullable(requests.get(it)).flatMap(Quantity::read),
        it -> Optional.ofNullable(limits.get(it)).flatMap(Quantity::read));
  }
}
