package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A matrix or merge generator has the wrong number of children. */
public final class GeneratorArity implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    set.generators().forEach(generator -> check(generator, 0, out));
  }

  private static void check(Generator generator, int depth, Findings out) {
    List<Node> entries = generator.body().itemsAt("generators");
    if (!GeneratorKind.NESTING.contains(generator.kind())) {
      return;
    }
    boolean matrix = generator.is("matrix");
    if (matrix && entries.size() != 2) {
      out.add(
          generator.key(), "a matrix takes exactly two generators, this one has " + entries.size());
    } else if (!matrix && entries.size() < 2) {
      out.add(
          generator.key(), "a merge takes at least two generators, this one has " + entries.size());
    } else if (depth > 1) {
      out.add(
          generator.key(),
          "`" + generator.kind() + "` is nested two levels deep, and one is allowed");
    }
    for (MapNode entry : generator.body().mapsAt("generators")) {
      List<ScalarNode> kinds =
          entry.entries().stream()
              .map(MapNode.Entry::key)
              .filter(it -> GeneratorKind.ALL.contains(it.text()))
              .toList();
      if (kinds.size() > 1) {
        out.add(
            kinds.get(1),
            "`%s` and `%s` stand in one entry"
                .formatted(kinds.getFirst().text(), kinds.get(1).text()));
      }
    }
    generator.children().forEach(child -> check(child, depth + 1, out));
  }
}
