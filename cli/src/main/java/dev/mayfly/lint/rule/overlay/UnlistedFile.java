package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;

/** An object of an overlay is not listed, so it is not deployed. */
public final class UnlistedFile implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "KZ003",
          "unlisted-file",
          Severity.WARNING,
          "an object of an overlay is not listed, so it is not deployed",
          """
          Where a kustomization stands, only what it lists is deployed. A network policy that
          lies beside it protects nothing.
          """,
          "list the file under `resources`, or delete it",
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: []
          # file: previews/shop/pr-17/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: shop, namespace: pr-17-shop}
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
      for (Resource resource : corpus.inDirectory(kustomization.directory())) {
        boolean local = resource.annotation("config.kubernetes.io/local-config") != null;
        boolean overlay = PreviewScope.overlay(resource).isPresent();
        boolean generated =
            kustomization.root().has("generators") || kustomization.root().has("transformers");
        if (overlay && !local && !generated && corpus.including(resource).isEmpty()) {
          out.about(resource)
              .add(resource.subject(), "the kustomization beside it does not list it");
        }
      }
    }
  }
}
