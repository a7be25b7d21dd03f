package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** A namespace is made with `normalize`. */
public final class NormalizedNamespace implements SetRule {
  /** These take the dots out again, or let none in. */
  private static final Set<String> MENDING = Set.of("slugify", "replace", "regexReplaceAll");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty() || !set.isGoTemplate()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      if (application.at("spec", "destination", "namespace") instanceof ScalarNode namespace) {
        for (TemplateReads reads : TemplateReads.of(List.of(namespace))) {
          boolean dotted =
              reads.references().stream()
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
}
