package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;

/** A workload's selector does not match its own pods. */
public final class SelectorMismatch implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "WL004",
          "selector-mismatch",
          Severity.ERROR,
          "a workload's selector does not match its own pods",
          """
          The API server refuses the object: `selector` does not match template `labels`.
          """,
          "repeat the labels of the selector in the template",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: web}}
              spec:
                containers:
                - name: shop
                  image: ghcr.io/acme/shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
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
      boolean workload = resource.type().group().equals("apps");
      if (workload && !corpus.mayChange(resource, "commonLabels", "labels")) {
        check(resource, out.about(resource));
      }
    }
  }

  private static void check(Resource resource, Findings out) {
    Node labels = resource.at("spec", "template", "metadata", "labels");
    for (MapNode.Entry wanted : Fields.entries(resource.at("spec", "selector", "matchLabels"))) {
      String value = labels == null ? "" : Fields.text(labels.at(wanted.key().text()));
      String text = Fields.text(wanted.value());
      if (!text.equals(value) && !TemplateText.isTemplated(text + value)) {
        out.add(
            wanted.value(), "the pods do not carry `" + wanted.key().text() + ": " + text + "`");
      }
    }
  }
}
