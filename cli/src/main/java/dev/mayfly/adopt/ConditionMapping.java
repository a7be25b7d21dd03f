package dev.mayfly.adopt;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.GoTemplate;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        look(adoption, set.set().at("spec", "template"));
        look(adoption, set.set().at("spec", "templatePatch"));
      }
    }
  }

  private static void look(Adoption adoption, @Nullable Node node) {
    switch (node) {
      case null -> {}
      case MapNode map ->
          map.entries()
              .forEach(
                  entry -> {
                    look(adoption, entry.key());
                    look(adoption, entry.value());
                  });
      case ListNode list -> list.items().forEach(item -> look(adoption, item));
      case ScalarNode scalar -> text(adoption, scalar);
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
        adoption.say(
            Remark.Kind.LOST,
            scalar.location(),
            "a template that decides by " + reference.shown(),
            "what it makes of a pull request that says nothing special is carried over, and no"
                + " other side");
      }
    }
  }
}
