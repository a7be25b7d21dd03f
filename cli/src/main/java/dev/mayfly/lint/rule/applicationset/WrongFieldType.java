package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;

/** A field of an ApplicationSet has the wrong type. */
public final class WrongFieldType implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    expect(set, "a list", out, "spec", "generators");
    expect(set, "a map", out, "spec", "template");
    expect(set, "a string", out, "spec", "templatePatch");
    expect(set, "a list", out, "spec", "goTemplateOptions");
    expect(set, "a boolean", out, "spec", "goTemplate");
    expect(set, "a list", out, "spec", "template", "spec", "sources");
    expect(set, "a map", out, "spec", "template", "spec", "source");
    expect(set, "a map", out, "spec", "template", "spec", "destination");
    for (Node generator : Fields.items(set.resource().at("spec", "generators"))) {
      if (!(generator instanceof MapNode)) {
        out.add(generator, "an entry of `generators` is " + generator.describe() + ", not a map");
      }
    }
  }

  private static void expect(SetView set, String type, Findings out, String... path) {
    Node node = set.resource().at(path);
    boolean empty = node instanceof ScalarNode scalar && scalar.isNull();
    if (node != null && !empty && !node.describe().equals(type)) {
      Node at = node instanceof ScalarNode ? node : set.resource().nearest(path);
      out.add(at, "`%s` is %s, not %s".formatted(path[path.length - 1], node.describe(), type));
    }
  }
}
