package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter.Chosen;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;

/**
 * A common label changes with every push. Kustomize writes it into selectors too unless it is told
 * not to (Argo CD v3.5.1, {@code util/kustomize/kustomize.go}), and those of a Deployment cannot
 * change.
 */
public final class ChangingSelector implements GeneratedSourceRule {
  @Override
  public void check(ApplicationView application, SourceView source, Findings out) {
    if (!NodeValues.isTrue(source.at("kustomize", "labelWithoutSelector"))) {
      NodeValues.entries(source.at("kustomize", "commonLabels"))
          .forEach(it -> check(application, it, out));
    }
  }

  private static void check(ApplicationView application, MapNode.Entry label, Findings out) {
    if (label.value() instanceof ScalarNode value
        && application
            .reads(value, value.text())
            .readsParameter(it -> it.chosen() == Chosen.AS_COMMIT)) {
      out.add(
          value,
          "`%s` is `%s`, and no selector can change".formatted(label.key().text(), value.text()));
    }
  }
}
