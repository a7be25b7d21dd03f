package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/** A namespace is made with `normalize`. */
public final class NormalizedNamespace implements PullRequestSetRule {
  /** These take the dots out again, or let none in. */
  private static final Set<String> MENDING = Set.of("slugify", "replace", "regexReplaceAll");

  @Override
  public void check(SetView set, Findings out) {
    for (ApplicationView application : set.applications()) {
      if (application.at("spec", "destination", "namespace") instanceof ScalarNode namespace) {
        boolean dotted =
            set.reads(namespace).references().stream()
                .anyMatch(it ->
                    it.passes("normalize")
                        && it.path().stream().limit(1).anyMatch(PullRequestParameter::isFree)
                        && it.functions().stream().noneMatch(MENDING::contains));
        if (dotted) {
          out.add(namespace, "`normalize` lets dots and 253 characters through");
        }
      }
    }
  }
}
