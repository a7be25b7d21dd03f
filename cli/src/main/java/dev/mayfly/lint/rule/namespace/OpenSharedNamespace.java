package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A preview's policy applies to everything in a shared namespace. */
public final class OpenSharedNamespace implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource policy, Findings out) {
    Node selector = policy.at("spec", "podSelector");
    if (PreviewScope.isForShared(policy, policy.namespace())
        && selector != null
        && !NodeValues.isSet(selector)
        && !corpus.mayChange(policy, "namespace")) {
      out.add(
          selector, "the empty `podSelector` takes in every pod of `" + policy.namespace() + "`");
    }
  }
}
