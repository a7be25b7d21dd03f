package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A quota bounds what containers need not name, and no LimitRange names it for them. */
public final class QuotaWithoutDefault implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS014",
          "quota-without-default",
          Severity.ERROR,
          "a quota bounds what containers need not name, and no LimitRange names it for them",
          """
          With a quota on limits, or on requests, every container must have them: the API server
          refuses a pod that names none (`must specify limits.memory`). A LimitRange fills them in,
          by `default` or `max` for limits, by those, `defaultRequest` or `min` for requests.
          """,
          "give the LimitRange a `default` for it, or take it out of the quota",
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
          spec: {limits: [{type: Container, defaultRequest: {memory: 128Mi}}]}
          ---
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata: {name: default-deny, namespace: pr-17-shop}
          spec: {podSelector: {}, policyTypes: [Ingress]}
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            template: {spec: {containers: [{name: shop, image: "shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345", resources: {requests: {memory: 256Mi}}}]}}
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
          spec: {podSelector: {}, policyTypes: [Ingress]}
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            template: {spec: {containers: [{name: shop, image: "shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345", resources: {requests: {memory: 256Mi}}}]}}
          """);

  private static final List<String> BOUNDS =
      List.of("limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    Deployed deployed = new Deployed(corpus);
    for (Resource quota : corpus.of(GroupKind.RESOURCE_QUOTA)) {
      List<Resource> objects = deployed.into(quota.namespace());
      boolean ranged = objects.stream().anyMatch(it -> it.is(GroupKind.LIMIT_RANGE));
      boolean open =
          objects.stream().anyMatch(it -> it.is(GroupKind.LIMIT_RANGE) && corpus.mayChange(it));
      boolean whole =
          quota.at("spec", "scopes") == null && quota.at("spec", "scopeSelector") == null;
      if (ranged && whole && !open && !corpus.mayChange(quota, "namespace")) {
        ContainerDefaults defaults = ContainerDefaults.of(corpus, quota.namespace());
        for (String bound : BOUNDS) {
          Node hard = quota.at("spec", "hard", bound);
          if (hard != null && defaults.usual(bound).isEmpty()) {
            check(hard, bound, objects, defaults, corpus, out.about(quota));
          }
        }
      }
    }
  }

  private static void check(
      Node hard,
      String bound,
      List<Resource> objects,
      ContainerDefaults defaults,
      Corpus corpus,
      Findings out) {
    for (Resource object : objects) {
      boolean refused =
          PodSpecs.containers(object).stream().anyMatch(it -> defaults.of(it, bound).isEmpty());
      if (refused && !corpus.mayChange(object)) {
        out.add(hard, "the pods of " + object.title() + " name no `" + bound + "` and are refused");
        return;
      }
    }
    out.add(Severity.WARNING, hard, "a pod that names no `" + bound + "` is refused");
  }
}
