package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.lint.view.Waves;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A sync wave is no number. */
public final class MalformedWave implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP084",
          "malformed-wave",
          Severity.ERROR,
          "a sync wave is no number",
          """
          Argo CD takes what it cannot read for wave 0: the order that was asked for never
          happens.
          """,
          "write a whole number in quotes, such as `\"-1\"`",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: shop, namespace: pr-17-shop, annotations: {argocd.argoproj.io/sync-wave: first}}
          spec:
            selector: {matchLabels: {app: shop}}
            template:
              metadata: {labels: {app: shop}}
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
  public Set<GroupKind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node wave = resource.at("metadata", "annotations", Waves.ANNOTATION);
    String text = Fields.text(wave);
    if (wave != null && !text.matches("[+-]?[0-9]+") && !TemplateText.isTemplated(text)) {
      out.add(wave, "`" + text + "` is no whole number");
    }
  }
}
