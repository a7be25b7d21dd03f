package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.platform.Version;
import dev.mayfly.yaml.Node;
import java.util.Map;
import java.util.Set;

/** An API version that the cluster no longer serves. */
public final class RemovedApiVersion implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "WL005",
          "removed-api-version",
          Severity.ERROR,
          "an API version that the cluster no longer serves",
          """
          The API server does not know the kind in this version any more; the sync fails for
          everything beside it.
          """,
          "use the version that took its place",
          """
          apiVersion: policy/v1beta1
          kind: PodDisruptionBudget
          metadata: {name: shop}
          spec: {minAvailable: 1}
          """,
          """
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata: {name: shop}
          spec: {minAvailable: 1}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Resource resource, Findings out) {
    Version removed = REMOVED.get(resource.apiVersion() + " " + resource.kind());
    Node version = resource.at("apiVersion");
    if (removed != null && version != null && out.targets().kubernetes().compareTo(removed) >= 0) {
      out.add(
          version,
          "`%s` of %s was removed in Kubernetes %s"
              .formatted(resource.apiVersion(), resource.kind(), removed));
    }
  }

  /** Kubernetes docs, Deprecated API Migration Guide. */
  private static final Map<String, Version> REMOVED =
      Map.ofEntries(
          Map.entry("extensions/v1beta1 Ingress", new Version(1, 22)),
          Map.entry("networking.k8s.io/v1beta1 Ingress", new Version(1, 22)),
          Map.entry("networking.k8s.io/v1beta1 IngressClass", new Version(1, 22)),
          Map.entry("apiextensions.k8s.io/v1beta1 CustomResourceDefinition", new Version(1, 22)),
          Map.entry("rbac.authorization.k8s.io/v1beta1 ClusterRole", new Version(1, 22)),
          Map.entry("rbac.authorization.k8s.io/v1beta1 Role", new Version(1, 22)),
          Map.entry("rbac.authorization.k8s.io/v1beta1 RoleBinding", new Version(1, 22)),
          Map.entry("batch/v1beta1 CronJob", new Version(1, 25)),
          Map.entry("policy/v1beta1 PodDisruptionBudget", new Version(1, 25)),
          Map.entry("policy/v1beta1 PodSecurityPolicy", new Version(1, 25)),
          Map.entry("autoscaling/v2beta1 HorizontalPodAutoscaler", new Version(1, 25)),
          Map.entry("autoscaling/v2beta2 HorizontalPodAutoscaler", new Version(1, 26)),
          Map.entry("storage.k8s.io/v1beta1 CSIStorageCapacity", new Version(1, 27)),
          Map.entry("extensions/v1beta1 Deployment", new Version(1, 16)),
          Map.entry("apps/v1beta1 Deployment", new Version(1, 16)),
          Map.entry("apps/v1beta2 Deployment", new Version(1, 16)));
}
