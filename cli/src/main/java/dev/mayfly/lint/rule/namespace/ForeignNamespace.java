package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** An overlay writes into another preview. */
public final class ForeignNamespace implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS010",
          "foreign-namespace",
          Severity.ERROR,
          "an overlay writes into another preview",
          """
          An object in the folder of one pull request with the namespace of another is created
          there: the project permits it, because it permits all previews.
          """,
          "use the preview's own namespace",
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
          metadata: {name: default-deny, namespace: pr-18-shop}
          spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: dns, namespace: pr-17-shop}
          spec:
            podSelector: {}
            policyTypes: [Egress]
            egress: [{ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]}]
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
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: dns, namespace: pr-17-shop}
          spec:
            podSelector: {}
            policyTypes: [Egress]
            egress: [{ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.resources()) {
      Optional<String> own = PreviewScope.overlayNumber(resource);
      Optional<String> written = PreviewScope.numberIn(resource.namespace());
      Node namespace = resource.at("metadata", "namespace");
      if (own.isPresent() && written.isPresent() && namespace != null && !own.equals(written)) {
        out.about(resource).add(namespace, "this folder belongs to pull request " + own.get());
      }
    }
  }
}
