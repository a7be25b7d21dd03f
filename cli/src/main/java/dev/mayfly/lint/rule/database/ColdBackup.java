package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A backup for a preview stops the production database. */
public final class ColdBackup implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB025",
          "cold-backup",
          Severity.ERROR,
          "a backup for a preview stops the production database",
          """
          With `online: false` the instance is fenced and shut down while the snapshot is
          taken.
          """,
          "set `online: true`",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
            method: volumeSnapshot
            online: false
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
    Node online = resource.at("spec", "online");
    if (online != null && Fields.isFalse(online) && PreviewScope.isPreview(resource)) {
      out.add(online, "the database is shut down for this backup");
    }
  }
}
