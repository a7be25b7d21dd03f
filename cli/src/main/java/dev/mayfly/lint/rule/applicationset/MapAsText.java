package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;

/** A map is printed where a text is meant. */
public final class MapAsText implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    for (FilledText text : FilledText.of(set)) {
      for (ParameterReference reference : text.reads().references()) {
        boolean printed = !reference.path().isEmpty() && reference.functions().isEmpty();
        if (printed && text.known().isMap(reference.path())) {
          out.add(text.at(reference), text.shown(reference) + " gives `map[...]`");
        }
      }
    }
  }
}
