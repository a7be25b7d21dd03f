package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/** Free text enters a template patch as it is. */
public final class RawParameterInPatch implements PullRequestSetRule {
  /** A decision prints nothing, and JSON is quoted. */
  private static final Set<String> HARMLESS = Set.of("if", "with", "range", "toJson");

  @Override
  public void check(SetView set, Findings out) {
    if (!(set.resource().at("spec", "templatePatch") instanceof ScalarNode patch)) {
      return;
    }
    for (ParameterReference reference : set.reads(patch).references()) {
      String name = reference.path().isEmpty() ? "" : reference.path().getFirst();
      if (PullRequestParameter.isFree(name)
          && reference.functions().stream().noneMatch(HARMLESS::contains)) {
        out.add(patch, "`" + name + "` is written without `toJson`");
      }
    }
  }
}
