package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import java.util.List;
import java.util.Set;

/** A matrix has two parameters of one name. */
public final class ShadowedParameter implements SetRule {
  /** Argo CD, {@code generators/scm_provider.go} and {@code generators/pull_request.go}. */
  private static final Set<String> SHARED = Set.of("branch", "labels");

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.flattened().toList()) {
      List<String> kinds = generator.children().stream().map(Generator::kind).toList();
      if (generator.is("matrix") && kinds.containsAll(List.of("scmProvider", "pullRequest"))) {
        if (!set.isGoTemplate()) {
          out.add(
              Severity.ERROR,
              generator.key(),
              "both generators give `branch`, and two values for it stop the set");
        } else if (kinds.indexOf("scmProvider") < kinds.indexOf("pullRequest")) {
          shadowed(set, out);
        }
      }
    }
  }

  private static void shadowed(SetView set, Findings out) {
    for (TemplateReads reads : set.reads(set.templateTexts())) {
      reads.references().stream()
          .filter(it -> !it.path().isEmpty() && SHARED.contains(it.path().getFirst()))
          .forEach(it ->
              out.add(
                  reads.at(it.position()),
                  "`." + it.path().getFirst() + "` is the repository's, not the pull request's"));
    }
  }
}
