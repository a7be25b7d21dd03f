package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** A preview runs an image that is not pinned by digest. */
public final class UnpinnedImage implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP065",
          "unpinned-image",
          Severity.ERROR,
          "a preview runs an image that is not pinned by digest",
          """
          A tag can be moved after the review: what is deployed is then not what was checked,
          and two pods of one preview can differ.
          """,
          "write `name@sha256:<64 hex digits>`",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: shop}}
              spec:
                containers:
                - name: shop
                  image: ghcr.io/acme/shop:pr-17
                  env: [{name: REPLICAS, value: "2"}]
          """,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: shop}}
              spec:
                containers:
                - name: shop
                  image: ghcr.io/acme/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
                  env: [{name: REPLICAS, value: "2"}]
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.resources()) {
      if (!PreviewScope.isPreview(resource)) {
        continue;
      }
      for (MapNode container : PodSpecs.containers(resource)) {
        Node image = container.get("image");
        String text = Fields.text(image);
        if (image == null || text.contains("@sha256:") || TemplateText.isTemplated(text)) {
          continue;
        }
        out.about(resource);
        if (corpus.mayChange(resource, "images")) {
          out.unverifiable(
              image, "`" + text + "` has no digest here", "lint what kustomize makes of it");
        } else {
          out.add(image, "`" + text + "` is not pinned");
        }
      }
    }
  }
}
