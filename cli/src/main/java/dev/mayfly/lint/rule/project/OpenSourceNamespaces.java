package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.ScalarNode;

/** Applications of other namespaces can use this project as admins do. */
public final class OpenSourceNamespaces implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (ScalarNode namespace : resource.textsAt("spec", "sourceNamespaces")) {
      if (namespace.text().equals("*")) {
        out.add(namespace, "`sourceNamespaces` lists `" + namespace.text() + "`");
      }
    }
  }
}
