package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A preview asks for more than its quota gives. */
public final class QuotaTooSmall implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS003",
          "quota-too-small",
          Severity.ERROR,
          "a preview asks for more than its quota gives",
          """
          The pods beyond the quota are refused, and the sync waits for a Deployment that never
          becomes healthy.
          """,
          "raise the quota, or lower the requests",
          """
          # file: previews/shop/pr-17/all.yaml
          apiVersion: v1
          kind: Namespace
          metadata:
            name: pr-17-shop
            labels: {pod-security.kubernetes.io/enforce: restricted}
            annotations: {argocd.argoproj.io/sync-wave: "-10"}
          ---
          apiVersion: v1
          kind: ResourceQuota
          metadata: {name: preview, namespace: pr-17-shop}
          spec: {hard: {requests.memory: 256Mi, limits.memory: 6Gi}}
          ---
          apiVersion: v1
          kind: LimitRange
          metadata: {name: preview, namespace: pr-17-shop}
          spec: {limits: [{type: Container, default: {memory: 256Mi}, defaultRequest: {memory: 128Mi}}]}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: default-deny, namespace: pr-17-shop}
          spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            replicas: 2
            template: {spec: {containers: [{name: shop, image: shop, resources: {requests: {memory: 256Mi}}}]}}
          """,
          """
          # file: previews/shop/pr-17/all.yaml
          apiVersion: v1
          kind: Namespace
          metadata:
            name: pr-17-shop
            labels: {pod-security.kubernetes.io/enforce: restricted}
            annotations: {argocd.argoproj.io/sync-wave: "-10"}
          ---
          apiVersion: v1
          kind: ResourceQuota
          metadata: {name: preview, namespace: pr-17-shop}
          spec: {hard: {requests.memory: 3Gi, limits.memory: 6Gi}}
          ---
          apiVersion: v1
          kind: LimitRange
          metadata: {name: preview, namespace: pr-17-shop}
          spec: {limits: [{type: Container, default: {memory: 256Mi}, defaultRequest: {memory: 128Mi}}]}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: default-deny, namespace: pr-17-shop}
          spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            replicas: 2
            template: {spec: {containers: [{name: shop, image: shop, resources: {requests: {memory: 256Mi}}}]}}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource quota : corpus.of(GroupKind.RESOURCE_QUOTA)) {
      if (!PreviewScope.isPreview(quota) || corpus.mayChange(quota, "namespace")) {
        continue;
      }
      for (String resource : List.of("memory", "cpu")) {
        Node hard = quota.at("spec", "hard", "requests." + resource);
        Optional<Quantity> limit = Quantities.read(hard);
        Quantity sum = Demand.of(corpus, quota.namespace(), resource);
        if (hard != null && limit.isPresent() && sum.compareTo(limit.get()) > 0) {
          out.about(quota)
              .add(hard, "the objects of `" + quota.namespace() + "` ask for more " + resource);
        }
      }
    }
  }
}
