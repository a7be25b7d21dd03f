package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import java.util.HashSet;
import java.util.Set;

/** Generators side by side are filled into a template made for one of them. */
public final class UnionedGenerators implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Set<String> told = new HashSet<>();
    for (FilledText text : FilledText.of(set)) {
      for (Reference reference : text.reads().needs(set.isStrict())) {
        boolean missing = !text.known().mayHold(reference.path());
        if (missing && text.isElsewhere(set, reference) && told.add(reference.shown())) {
          out.add(
              text.at(reference),
              "`%s` does not give %s".formatted(text.generator().kind(), text.shown(reference)));
        }
      }
    }
  }
}
