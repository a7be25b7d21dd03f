package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;
import java.util.Set;

/** A backup does not say that it is a volume snapshot. */
public final class BackupMethod implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB017",
          "backup-method",
          Severity.ERROR,
          "a backup does not say that it is a volume snapshot",
          """
          The default method is `barmanObjectStore`: the backup goes to an object store, or
          fails where there is none, and no snapshot is there to restore from.
          """,
          "set `method: volumeSnapshot`",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
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
    if (resource.at("spec", "method") == null && PreviewScope.isPreview(resource)) {
      out.add(
          resource.nearest("spec", "method"),
          "the method is `barmanObjectStore` when it is not written");
    }
  }
}
