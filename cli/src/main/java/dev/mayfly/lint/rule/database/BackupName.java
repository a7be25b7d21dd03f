package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;

/** A backup has a name that is too long. */
public final class BackupName implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    int limit = resource.is(GroupKind.BACKUP) ? 63 : 48;
    if (resource.name().length() > limit && !TemplateText.isTemplated(resource.name())) {
      out.add(
          resource.subject(),
          "`%s` has %s characters; at most %s fit"
              .formatted(resource.name(), resource.name().length(), limit));
    }
  }
}
