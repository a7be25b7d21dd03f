package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import java.util.List;

/** A default-deny policy cuts a database off from its operator. */
public final class DatabaseCutOff implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS006",
          "database-cut-off",
          Severity.ERROR,
          "a default-deny policy cuts a database off from its operator",
          """
          The operator must reach the instance on port 8000, and the instance the Kubernetes
          API: otherwise the bootstrap waits for ever.
          """,
          "add a policy that lets the operator in and the API server's port out",
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
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: pr-17-shop}
          spec: {instances: 1, storage: {size: 1Gi}}
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
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: pr-17-shop}
          spec: {instances: 1, storage: {size: 1Gi}}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: database, namespace: pr-17-shop}
          spec:
            podSelector: {matchLabels: {cnpg.io/cluster: shop-pg-pr-17}}
            policyTypes: [Ingress, Egress]
            ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: cnpg-system}}}], ports: [{port: 8000}, {port: 5432}]}]
            egress: [{ports: [{port: 6443}, {port: 443}]}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      if (!PreviewScope.isPreview(cluster) || cluster.namespace().isEmpty()) {
        continue;
      }
      List<Resource> policies =
          corpus.inNamespace(cluster.namespace()).stream()
              .filter(it -> it.is(GroupKind.NETWORK_POLICY))
              .toList();
      boolean denied = policies.stream().anyMatch(Policies::isDefaultDeny);
      boolean entered =
          policies.stream()
              .anyMatch(
                  it ->
                      Policies.selects(it, cluster.name())
                          && Fields.isSet(it.at("spec", "ingress")));
      boolean left =
          policies.stream()
              .anyMatch(it -> Policies.selects(it, cluster.name()) && Policies.leaves(it));
      out.about(cluster);
      if (denied && !entered) {
        out.add(cluster.subject(), "no policy lets the operator in");
      }
      if (denied && !left) {
        out.add(cluster.subject(), "no policy lets the instance reach the Kubernetes API");
      }
    }
  }
}
