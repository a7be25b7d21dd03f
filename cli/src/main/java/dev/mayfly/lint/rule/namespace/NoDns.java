package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A default-deny policy cuts a preview off from DNS. */
public final class NoDns implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS008",
          "no-dns",
          Severity.ERROR,
          "a default-deny policy cuts a preview off from DNS",
          """
          With egress denied and no rule for port 53 no name resolves: not the database, not
          the shared services.
          """,
          "allow UDP and TCP 53 to the cluster's DNS",
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
    Map<String, List<Resource>> policies = new TreeMap<>();
    for (Resource policy : corpus.of(GroupKind.NETWORK_POLICY)) {
      if (PreviewScope.isPreview(policy)) {
        policies.computeIfAbsent(policy.namespace(), key -> new ArrayList<>()).add(policy);
      }
    }
    for (List<Resource> all : policies.values()) {
      Optional<Resource> deny = all.stream().filter(Policies::deniesEgress).findFirst();
      boolean resolves = all.stream().anyMatch(Policies::allowsDns);
      if (deny.isPresent() && !resolves && !corpus.mayChange(deny.get(), "namespace")) {
        out.about(deny.get()).add(deny.get().subject(), "nothing in this namespace may ask DNS");
      }
    }
  }
}
