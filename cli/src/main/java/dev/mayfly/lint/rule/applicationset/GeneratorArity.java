package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;

/** A matrix or merge generator has the wrong number of children. */
public final class GeneratorArity implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    set.generators().forEach(generator -> check(generator, 0, out));
  }

  private static void check(Generator generator, int depth, Findings out) {
    List<Node> entries = Fields.items(generator.body().get("generators"));
    boolean matrix = generator.is("matrix");
    if (!matrix && !generator.is("merge")) {
      return;
    }
    if (matrix && entries.size() != 2) {
      out.add(
          generator.key(), "a matrix takes exactly two generators, this one has " + entries.size());
    } else if (!matrix && entries.size() < 2) {
      out.add(
          generator.key(), "a merge takes at least two generators, this one has " + entries.size());
    } else if (depth > 1) {
      out.add(generator.key(), "generators are nested one level deep at most");
    }
    for (MapNode entry : Fields.maps(generator.body().get("generators"))) {
      if (entry.keys().stream().filter(Generator.KINDS::contains).count() > 1) {
        out.add(entry, "this entry holds more than one generator");
      }
    }
    generator.children().forEach(child -> check(child, depth + 1, out));
  }
}
