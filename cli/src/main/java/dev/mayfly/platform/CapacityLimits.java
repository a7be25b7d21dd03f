package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quota or a capacity that not even one preview fits into, and pods that no quota would let in.
 */
final class CapacityLimits implements PlatformChecks.Check {
  private static final List<String> RESOURCES = List.of("memory", "cpu");

  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    boolean own = !platform.namespace().isShared();
    if (own) {
      RESOURCES.forEach(it -> checkDefaults(platform.namespace(), it, where, problems));
    }
    for (App app : platform.apps()) {
      PreviewShares shares = PreviewShares.of(platform, app);
      if (own && app.environment().isEmpty()) {
        String what = "app `" + app.name() + "`";
        checkQuota(platform, what, shares.inPreview(), where, problems);
      }
      RESOURCES.forEach(it -> checkCapacity(platform, app, shares, it, where, problems));
    }
    for (App environment : Environments.of(platform)) {
      String what = "environment `" + environment.name() + "`";
      checkQuota(platform, what, inEnvironment(platform, environment), where, problems);
    }
  }

  /**
   * Under a quota on a resource every container must name it, or get it from a LimitRange; the API
   * server refuses the pods of others (Kubernetes docs, "Resource Quotas").
   */
  private static void checkDefaults(
      NamespacePolicy namespace, String resource, SourcePositions where, Problems problems) {
    NamespacePolicy.Limits limits = namespace.limits();
    boolean limited = limits.defaults().containsKey(resource);
    // A default limit is the default request too, where that is left out.
    boolean requested = limited || limits.defaultRequests().containsKey(resource);
    for (String key : List.of("limits." + resource, "requests." + resource, resource)) {
      boolean covered = key.startsWith("limits.") ? limited : requested;
      if (namespace.quota().containsKey(key) && !covered) {
        String field = key.startsWith("limits.") ? "default" : "defaultRequest";
        problems.error(
            "quota-without-default",
            where.of("namespace", "quota", key),
            "with a quota on `" + key + "` pods that name no such amount are refused",
            "set `namespace.limits." + field + "." + resource + "` too");
      }
    }
  }

  /** What all its apps take of the one quota. */
  private static Amounts inEnvironment(Platform platform, App environment) {
    Amounts sum = Amounts.NONE;
    for (App app : platform.apps()) {
      if (app.environment().equals(environment.environment())) {
        sum = sum.plus(PreviewShares.of(platform, app).inPreview());
      }
    }
    return sum;
  }

  private static void checkQuota(
      Platform platform, String what, Amounts inside, SourcePositions where, Problems problems) {
    for (Map.Entry<String, String> hard : platform.namespace().quota().entrySet()) {
      String key = hard.getKey();
      Quantity need = inside.against(key);
      if (need.isMoreThan(hard.getValue())) {
        problems.error(
            "quota-too-small",
            where.of("namespace", "quota", key),
            "a preview of %s takes %s of `%s`, and its quota gives %s"
                .formatted(what, need, key, hard.getValue()),
            "raise the quota, or lower what the preview takes");
      }
    }
  }

  private static void checkCapacity(
      Platform platform,
      App app,
      PreviewShares shares,
      String resource,
      SourcePositions where,
      Problems problems) {
    Optional<String> capacity = platform.capacity().of(resource);
    Quantity need = shares.total().request(resource);
    if (capacity.isPresent() && need.isMoreThan(capacity.get())) {
      problems.error(
          "capacity-too-small",
          where.of("capacity", resource),
          "not one preview of app `%s` fits: it requests %s (%s) of %s"
              .formatted(app.name(), need, shares.sum(resource), capacity.get()),
          "raise the capacity, or lower what the preview requests");
    }
  }
}
