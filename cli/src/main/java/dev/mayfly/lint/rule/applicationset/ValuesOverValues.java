package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a list's elements are laid over those of another generator. Argo CD keeps the
 * latter as texts only, where a map of anything does not fit: the reconcile panics ({@code
 * applicationset/generators/matrix.go} and {@code merge.go}, dario.cat/mergo v1.0.2).
 */
public final class ValuesOverValues implements SetRule {
  /** The {@code values} that a generator brings, and whether they are texts only. */
  private record Values(Node at, boolean ofText) {}

  @Override
  public void check(SetView set, Findings out) {
    if (set.isGoTemplate()) {
      set.generators().forEach(it -> of(it, out));
    }
  }

  private static @Nullable Values of(Generator generator, Findings out) {
    if (generator.is("list")) {
      return generator.body().mapsAt("elements").stream()
          .map(it -> it.entry("values"))
          .filter(it -> it != null && !NodeValues.entries(it.value()).isEmpty())
          .findFirst()
          .map(it -> new Values(it.key(), false))
          .orElse(null);
    }
    if (GeneratorKind.NESTING.contains(generator.kind())) {
      List<Generator> children = generator.children();
      // The second child of a matrix is taken first, and the first laid over it.
      Values below = null;
      for (Generator child : generator.is("matrix") ? children.reversed() : children) {
        Values above = of(child, out);
        if (below == null) {
          below = above;
        } else if (above != null && below.ofText() && !above.ofText()) {
          out.add(
              above.at(), "`values` is laid over the `values` of a generator, which holds texts");
        }
      }
      return below;
    }
    MapNode.Entry values = generator.body().entry("values");
    return values == null || NodeValues.entries(values.value()).isEmpty()
        ? null
        : new Values(values.key(), true);
  }
}
