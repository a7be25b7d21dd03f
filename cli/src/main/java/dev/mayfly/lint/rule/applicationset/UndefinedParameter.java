package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ParameterTree;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A template uses a parameter that its generator does not have. */
public final class UndefinedParameter implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    Set<String> told = new HashSet<>();
    for (FilledText text : FilledText.of(set)) {
      ParameterTree known = text.known();
      for (Reference reference : text.reads().needs(set.isStrict())) {
        ScalarNode at = text.reads().text();
        boolean given = known.mayHold(reference.path()) || text.isElsewhere(set, reference);
        if (!given && told.add(at.location() + reference.shown())) {
          out.add(
              at,
              "%s is not defined here; %s"
                  .formatted(text.shown(reference), hint(known, reference)));
        } else if (set.isStrict() && known.lacking().contains(reference.path().getFirst())) {
          out.add(at, "an element of the list lacks " + text.shown(reference));
        }
      }
    }
  }

  private static String hint(ParameterTree known, Reference reference) {
    List<String> path = reference.path();
    ParameterTree first = known.names().get(path.getFirst());
    return first == null || path.size() == 1
        ? NearMiss.hint(path.getFirst(), known.names().keySet())
        : NearMiss.hint(path.get(1), first.names().keySet());
  }
}
