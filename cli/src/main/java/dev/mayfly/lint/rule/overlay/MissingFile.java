package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A kustomization names a file that is not there. */
public final class MissingFile implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "KZ001",
          "missing-file",
          Severity.ERROR,
          "a kustomization names a file that is not there",
          """
          Kustomize stops at the first entry it cannot read: nothing of the Application is
          deployed.
          """,
          "correct the path, or take the entry out",
          """
          # file: previews/shop/pr-17/kustomization.yaml
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          resources: [config.yaml, route.yaml]
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
      for (String field : List.of("resources", "components", "patchesStrategicMerge")) {
        for (ScalarNode entry : kustomization.texts(field)) {
          String path = RelativePath.resolve(kustomization.directory(), entry.text());
          boolean local =
              !Kustomization.isRemote(entry.text())
                  && !TemplateText.isTemplated(entry.text())
                  && !entry.text().contains("\n");
          if (local
              && entry.text().matches(".*\\.(ya?ml|json)")
              && !path.startsWith("..")
              && !corpus.paths().contains(path)) {
            if (corpus
                .paths()
                .contains(RelativePath.resolve(kustomization.directory(), "Chart.yaml"))) {
              out.unverifiable(
                  entry, "there is no file `" + path + "`", "a plugin may make it from the chart");
            } else {
              out.add(entry, "there is no file `" + path + "`");
            }
          }
        }
      }
    }
  }
}
