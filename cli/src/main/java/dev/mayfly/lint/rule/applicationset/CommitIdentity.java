package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** A preview is named after a commit. */
public final class CommitIdentity implements SetRule {
  private static final Pattern COMMIT = Pattern.compile("\\bhead_(?:short_)?sha(?:_7)?\\b");

  @Override
  public void check(SetView set, Findings out) {
    List<ScalarNode> names = set.pullRequests().isEmpty() ? List.of() : set.identities();
    for (ScalarNode name : names) {
      if (TemplateText.actions(name.text()).stream().anyMatch(it -> COMMIT.matcher(it).find())) {
        out.add(name, "`" + name.text() + "` is another name after every push");
      }
    }
  }
}
