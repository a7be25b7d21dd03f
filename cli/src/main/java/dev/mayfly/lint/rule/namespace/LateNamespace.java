package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.Waves;

/** A preview's namespace is not the first thing created and the last deleted. */
public final class LateNamespace implements OverlayNamespaceRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS048",
          "late-namespace",
          Severity.WARNING,
          "a preview's namespace is not the first thing created and the last deleted",
          """
          Argo CD deletes from the highest wave down. A Namespace in the wave of its content is
          deleted with it, while operators still have finalizers to clear: deletion hangs.
          """,
          "give the Namespace a lower sync wave than everything in it",
          """
          # file: previews/shop/pr-17/all.yaml
          apiVersion: v1
          kind: Namespace
          metadata:
            name: pr-17-shop
            labels: {pod-security.kubernetes.io/enforce: restricted}
            annotations: {argocd.argoproj.io/sync-wave: "0"}
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
  public void check(Corpus corpus, Resource namespace, String overlay, Findings out) {
    long wave = Waves.of(namespace);
    boolean late =
        corpus.inNamespace(namespace.name()).stream()
            .filter(it -> PreviewScope.overlay(it).filter(overlay::equals).isPresent())
            .anyMatch(it -> Waves.of(it) <= wave);
    if (late) {
      out.add(
          namespace.nearest("metadata", "annotations", Waves.ANNOTATION),
          "objects inside the namespace are in wave " + wave + " or lower");
    }
  }
}
