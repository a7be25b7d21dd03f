package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.TemplateText;
import java.util.Set;

/** A backup has a name that is too long. */
public final class BackupName implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB026",
          "backup-name",
          Severity.ERROR,
          "a backup has a name that is too long",
          """
          The name becomes a label value and a replication slot: at most 63 characters. A
          scheduled backup adds 15 for the time.
          """,
          "shorten the name",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-production-database-on-demand-backup-for-pull-request-number-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
            method: volumeSnapshot
            online: true
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
            method: volumeSnapshot
            online: true
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.BACKUP, GroupKind.SCHEDULED_BACKUP);
  }

  @Override
  public void check(Resource resource, Findings out) {
    int limit = resource.is(GroupKind.BACKUP) ? 63 : 48;
    if (resource.name().length() > limit && !TemplateText.isTemplated(resource.name())) {
      out.add(
          resource.subject(),
          "the name has " + resource.name().length() + " characters; at most " + limit + " fit");
    }
  }
}
