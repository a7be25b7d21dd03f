package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/**
 * A common label changes with every push. Kustomize writes it into selectors too unless it is told
 * not to (Argo CD v3.5.1, {@code util/kustomize/kustomize.go}), and those of a Deployment cannot
 * change.
 */
public final class ChangingSelector implements SetRule {
  private static final Set<String> COMMITS =
      Set.of("head_sha", "head_short_sha", "head_short_sha_7");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        if (!Fields.isTrue(source.at("kustomize", "labelWithoutSelector"))) {
          Fields.entries(source.at("kustomize", "commonLabels"))
              .forEach(it -> check(it, set, out));
        }
      }
    }
  }

  private static void check(MapNode.Entry label, SetView set, Findings out) {
    if (label.value() instanceof ScalarNode text
        && set.reads(text).references().stream()
            .flatMap(it -> it.path().stream().limit(1))
            .anyMatch(COMMITS::contains)) {
      out.add(
          label.value(),
          "`%s` is `%s`, and no selector can change"
              .formatted(label.key().text(), Fields.text(label.value())));
    }
  }
}
