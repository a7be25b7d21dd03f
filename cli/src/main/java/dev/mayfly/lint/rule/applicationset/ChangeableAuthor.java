package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/** A selector trusts an author name that its owner can change. */
public final class ChangeableAuthor implements SetRule {
  private static final Set<String> CHANGEABLE = Set.of("bitbucket", "azuredevops");

  @Override
  public void check(SetView set, Findings out) {
    for (Generator generator : set.pullRequests()) {
      boolean changeable =
          generator.providers().stream().anyMatch(it -> CHANGEABLE.contains(it.key().text()));
      for (ScalarNode text : NodeValues.scalars(generator.entry().get("selector"))) {
        if (changeable && text.text().equals("author")) {
          out.add(text, "`author` is the name shown, and anyone may choose that of another");
        }
      }
    }
  }
}
