package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import java.util.List;

/** The namespace of a preview is not bounded. */
public final class IncompleteBaseline implements OverlayNamespaceRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS001",
          "incomplete-baseline",
          Severity.WARNING,
          "the namespace of a preview is not bounded",
          """
          Without a quota one preview takes the memory of all; without a LimitRange the quota
          refuses pods that name no requests; without a default-deny policy the preview reaches
          everything in the cluster.
          """,
          "add the missing object to the overlay",
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
          kind: LimitRange
          metadata: {name: preview, namespace: pr-17-shop}
          spec: {limits: [{type: Container, default: {memory: 256Mi}, defaultRequest: {memory: 128Mi}}]}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: default-deny, namespace: pr-17-shop}
          spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
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
    if (corpus.kustomizationIn(overlay).filter(IncompleteBaseline::isOpen).isPresent()) {
      return;
    }
    for (GroupKind kind :
        List.of(GroupKind.RESOURCE_QUOTA, GroupKind.LIMIT_RANGE, GroupKind.NETWORK_POLICY)) {
      if (corpus.inNamespace(namespace.name()).stream().noneMatch(it -> it.is(kind))) {
        out.add(namespace.subject(), "the preview has no " + kind.kind());
      }
    }
  }

  /** Whether a kustomization takes in what is not here. */
  private static boolean isOpen(Kustomization kustomization) {
    return kustomization.texts("resources").stream()
            .anyMatch(it -> it.text().startsWith("..") || Kustomization.isRemote(it.text()))
        || kustomization.root().has("components")
        || kustomization.root().has("namespace");
  }
}
