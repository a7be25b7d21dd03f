package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** A preview is told apart by a branch slug alone. */
public final class SlugIdentity implements SetRule {
  private static final Pattern SLUG = Pattern.compile("\\b(branch_slug|slugify)\\b");

  private static final Pattern UNIQUE = Pattern.compile("\\b(number|head_sha)\\b");

  @Override
  public void check(SetView set, Findings out) {
    for (ScalarNode text :
        set.pullRequests().isEmpty() ? List.<ScalarNode>of() : set.identities()) {
      boolean slug =
          TemplateText.actions(text.text()).stream()
              .anyMatch(action -> SLUG.matcher(action).find());
      boolean unique =
          TemplateText.actions(text.text()).stream()
              .anyMatch(action -> UNIQUE.matcher(action).find());
      if (slug && !unique) {
        out.add(text, "`" + text.text() + "` can be the same for two pull requests");
      }
    }
  }
}
