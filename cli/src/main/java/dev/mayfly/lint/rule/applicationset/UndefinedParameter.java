package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.gotemplate.ParameterReference;
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
      for (ParameterReference reference : text.reads().needs(set.isStrict())) {
        ScalarNode at = text.reads().text();
        boolean given = known.mayHold(reference.path()) || text.isElsewhere(set, reference);
        if (!given && told.add(at.location() + reference.shown())) {
          out.add(
              text.at(reference),
              "%s is not defined here; %s"
                  .formatted(text.shown(reference), hint(known, reference.path())));
        } else if (set.isStrict() && known.lacking().contains(reference.path().getFirst())) {
          out.add(text.at(reference), "an element of the list lacks " + text.shown(reference));
        }
      }
    }
    for (PlainTag tag : PlainTag.of(set)) {
      if (!tag.isGiven(set) && told.add(tag.text().location() + tag.tag().name())) {
        out.add(
            tag.at(),
            tag.isStructured()
                ? tag.shown() + " stays as it is without `goTemplate: true`"
                : "%s is not defined here and stays as it is; %s"
                    .formatted(tag.shown(), hint(tag.known(), tag.path())));
      } else if (tag.known().lacking().contains(tag.path().getFirst())) {
        out.add(tag.at(), "an element of the list lacks " + tag.shown());
      }
    }
  }

  private static String hint(ParameterTree known, List<String> path) {
    ParameterTree first = known.names().get(path.getFirst());
    return first == null || path.size() == 1
        ? NearMiss.hint(path.getFirst(), known.names().keySet())
        : NearMiss.hint(path.get(1), first.names().keySet());
  }
}
