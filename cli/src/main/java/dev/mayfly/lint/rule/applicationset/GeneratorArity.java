package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;

/** A matrix or merge generator has the wrong number of children. */
public final class GeneratorArity implements SetRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS056",
          "generator-arity",
          Severity.ERROR,
          "a matrix or merge generator has the wrong number of children",
          """
          A matrix takes exactly two generators, a merge at least two, and each entry of their
          lists holds one generator only. Anything else is an error of the whole set.
          """,
          "nest a second matrix for a third generator, at most one level deep",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            generators:
            - matrix:
                generators:
                - clusters: {}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            generators:
            - matrix:
                generators:
                - clusters: {}
                - list: {elements: [{app: shop}]}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.flattened().toList()) {
      int children = Fields.items(generator.body().get("generators")).size();
      if (generator.is("matrix") && children != 2) {
        out.add(generator.key(), "a matrix takes exactly two generators, this one has " + children);
      } else if (generator.is("merge") && children < 2) {
        out.add(generator.key(), "a merge takes at least two generators, this one has " + children);
      }
    }
  }
}
