package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;

/** An overlay forces one namespace onto all its objects. */
public final class NamespaceTransformer implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "KZ006",
          "namespace-transformer",
          Severity.WARNING,
          "an overlay forces one namespace onto all its objects",
          """
          `namespace:` moves everything, also what belongs beside the database: the clone lands
          where its backup is not.
          """,
          "write the namespace into each object",
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          namespace: pr-17-shop
          resources: [config.yaml, backup.yaml]
          # file: previews/shop/pr-17/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
          # file: previews/shop/pr-17/backup.yaml
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pr-17, namespace: shop}
          spec: {cluster: {name: shop-pg}, method: volumeSnapshot}
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
    for (Kustomization kustomization : corpus.kustomizations()) {
      Node namespace = kustomization.at("namespace");
      for (Resource resource : corpus.inDirectory(kustomization.directory())) {
        boolean moved =
            !resource.namespace().isEmpty() && !resource.namespace().equals(Fields.text(namespace));
        if (namespace != null
            && moved
            && PreviewScope.overlay(resource).isPresent()
            && corpus.including(resource).contains(kustomization)) {
          out.about(resource)
              .add(namespace, resource.title() + " is moved to `" + Fields.text(namespace) + "`");
        }
      }
    }
  }
}
