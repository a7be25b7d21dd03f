package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A manifest holds the mark of a key that was missing. */
public final class UnfilledTemplate implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (String path : List.of("metadata", "spec", "data")) {
      for (ScalarNode scalar : NodeValues.scalars(resource.at(path))) {
        String text = scalar.text();
        if (text.contains("<no value>") && text.length() <= 512 && !text.contains("\n")) {
          out.add(scalar, "a template made `" + text + "`");
        }
      }
    }
  }
}
