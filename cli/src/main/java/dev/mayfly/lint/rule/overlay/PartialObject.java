package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;

/** A part of an object that somebody else owns is listed as a resource. */
public final class PartialObject implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "KZ002",
          "partial-object",
          Severity.ERROR,
          "a part of an object that somebody else owns is listed as a resource",
          """
          Listed under `resources` the part counts as the whole object: Argo CD would take
          ownership of it and, on pruning, delete `argocd-cm`, the production database or the
          shared Gateway.
          """,
          "list it under `patches` of the kustomization that owns the object",
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml, cluster.yaml]
          # file: previews/shop/pr-17/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
          # file: previews/shop/pr-17/cluster.yaml
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec: {backup: {volumeSnapshot: {className: snap}}}
          """,
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml]
          # file: previews/shop/pr-17/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.resources()) {
      boolean part =
          (resource.is(GroupKind.CLUSTER)
                  && resource.at("spec", "instances") == null
                  && resource.at("spec", "storage") == null)
              || (resource.is(GroupKind.GATEWAY)
                  && resource.at("spec", "gatewayClassName") == null);
      boolean listed = corpus.including(resource).stream().anyMatch(it -> lists(it, resource));
      if (part && listed && !corpus.mayChange(resource)) {
        out.about(resource)
            .add(resource.subject(), resource.kind() + " is only a part of an object");
      }
    }
  }

  private static boolean lists(Kustomization kustomization, Resource resource) {
    return kustomization.texts("resources").stream()
        .anyMatch(
            it ->
                RelativePath.resolve(kustomization.directory(), it.text()).equals(resource.file()));
  }
}
