package dev.mayfly.adopt;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.GoTemplate;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/**
 * Templates that decide by what a pull request says. Of those only the side is seen that a pull
 * request takes which says nothing that they know.
 */
final class ConditionMapping implements Mapping {
  private static final Set<String> DECIDES =
      Set.of(
          "if",
          "with",
          "range",
          "eq",
          "ne",
          "lt",
          "le",
          "gt",
          "ge",
          "and",
          "or",
          "not",
          "has",
          "contains",
          "hasPrefix",
          "hasSuffix",
          "ternary",
          "default",
          "coalesce",
          "regexMatch",
          "index",
          "get",
          "hasKey");

  @Override
  public List<String> reads() {
    return List.of("set.spec.templatePatch");
  }

  @Override
  public void map(Adoption adoption) {
    for (HandWritten set : adoption.sets) {
      if ("true".equals(set.set().textAt("spec", "goTemplate"))) {
        for (String field : List.of("template", "templatePatch")) {
          NodeValues.scalars(set.set().at("spec", field)).forEach(it -> text(adoption, it));
        }
      }
    }
  }

  private static void text(Adoption adoption, ScalarNode scalar) {
    if (!scalar.text().contains("{{")
        || !(GoTemplate.parse(scalar.text()) instanceof GoTemplate template)) {
      return;
    }
    for (ParameterReference reference : template.references()) {
      boolean ofPull =
          !reference.path().isEmpty()
              && PullRequestParameter.keys().contains(reference.path().getFirst());
      if (ofPull && reference.functions().stream().anyMatch(DECIDES::contains)) {
        adoption.lost(
            scalar.location(),
            "a template that decides by " + reference.shown(),
            "what it makes of a pull request that says nothing special is carried over, and no"
                + " other side");
      }
    }
  }
}
