package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.ApplicationsSync;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** Previews are created and never deleted. */
public final class NeverDeleted implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Node policy = set.resource().at("spec", "syncPolicy", "applicationsSync");
    String value = NodeValues.text(policy);
    if (policy != null
        && set.isPreview()
        && ApplicationsSync.of(value).filter(it -> !it.deletes()).isPresent()) {
      out.add(policy, "`applicationsSync` is `" + value + "`");
    }
  }
}
