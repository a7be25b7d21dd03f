package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter.Chosen;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;

/**
 * A common label changes with every push. Kustomize writes it into selectors too unless it is told
 * not to (Argo CD v3.5.1, {@code util/kustomize/kustomize.go}), and those of a Deployment cannot
 * change.
 */
public final class ChangingSelector implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        if (!Fields.isTrue(source.at("kustomize", "labelWithoutSelector"))) {
          Fields.entries(source.at("kustomize", "commonLabels")).forEach(it -> check(set, it, out));
        }
      }
    }
  }

  private static void check(SetView set, MapNode.Entry label, Findings out) {
    if (label.value() instanceof ScalarNode value
        && set.reads(value).readsParameter(it -> it.chosen() == Chosen.AS_COMMIT)) {
      out.add(
          label.value(),
          "`%s` is `%s`, and no selector can change"
              .formatted(label.key().text(), Fields.text(label.value())));
    }
  }
}
