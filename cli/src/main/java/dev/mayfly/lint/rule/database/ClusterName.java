package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import java.util.regex.Pattern;

/** A database cluster has a name that the operator refuses. */
public final class ClusterName implements DocumentRule {
  private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

  @Override
  public void check(Resource resource, Findings out) {
    String name = resource.name();
    if (TemplateText.isTemplated(name) || name.isEmpty()) {
      return;
    }
    if (name.length() > 50) {
      out.add(
          resource.subject(),
          "`" + name + "` has " + name.length() + " characters; at most 50 are allowed");
    } else if (!LABEL.matcher(name).matches()) {
      out.add(resource.subject(), "`" + name + "` is not a DNS label that begins with a letter");
    }
  }
}
