package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;

/** The forge's certificate is not checked. */
public final class InsecureForge implements ProviderRule {
  @Override
  public void check(Generator generator, ScalarNode forge, MapNode body, Findings out) {
    Node insecure = body.get("insecure");
    if (insecure != null && NodeValues.isTrue(insecure)) {
      out.add(insecure, "`insecure` of `" + forge.text() + "` is `true`");
    }
  }
}
