package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** A manifest holds the mark of a key that was missing. */
public final class UnfilledTemplate implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS009",
          "unfilled-template",
          Severity.ERROR,
          "a manifest holds the mark of a key that was missing",
          """
          `<no value>` is what Go's templates write for a key that does not exist: this
          manifest was rendered from something incomplete.
          """,
          "find the missing key and render again",
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
                  image: "ghcr.io/acme/shop:<no value>"
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
    for (String path : List.of("metadata", "spec", "data")) {
      for (ScalarNode scalar : Fields.scalars(resource.at(path))) {
        boolean prose = scalar.text().contains("\n") || scalar.text().length() > 512;
        if (scalar.text().contains("<no value>") && !prose) {
          out.add(scalar, "`<no value>` stands where a value was missing");
        }
      }
    }
  }
}
