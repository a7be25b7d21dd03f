package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.Waves;

/** A role and its database are made, and dropped, in the wrong order. */
public final class DatabaseWaves implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "SH002",
          "database-waves",
          Severity.ERROR,
          "a role and its database are made, and dropped, in the wrong order",
          """
          The database needs its owner first, and the role cannot be dropped while it owns the
          database. Argo CD deletes the highest wave first and waits for it: a role above its
          database is waited for in vain, one beside it only until the operator tries again.
          """,
          "put the role into a lower wave than its database",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: DatabaseRole
          metadata:
            name: shop-pr-17
            namespace: databases
            annotations: {argocd.argoproj.io/sync-wave: "0"}
          spec: {cluster: {name: shared-pg}, name: shop_pr_17, databaseRoleReclaimPolicy: delete}
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Database
          metadata:
            name: shop-pr-17
            namespace: databases
            annotations: {argocd.argoproj.io/sync-wave: "-1"}
          spec:
            cluster: {name: shared-pg}
            name: shop_pr_17
            owner: shop_pr_17
            databaseReclaimPolicy: delete
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: DatabaseRole
          metadata:
            name: shop-pr-17
            namespace: databases
            annotations: {argocd.argoproj.io/sync-wave: "-2"}
          spec: {cluster: {name: shared-pg}, name: shop_pr_17, databaseRoleReclaimPolicy: delete}
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Database
          metadata:
            name: shop-pr-17
            namespace: databases
            annotations: {argocd.argoproj.io/sync-wave: "-1"}
          spec:
            cluster: {name: shared-pg}
            name: shop_pr_17
            owner: shop_pr_17
            databaseReclaimPolicy: delete
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource database : corpus.of(GroupKind.DATABASE)) {
      String owner = Fields.text(database.at("spec", "owner"));
      for (Resource role : corpus.inDirectory(database.directory())) {
        boolean owns = !owner.isEmpty() && owner.equals(Fields.text(role.at("spec", "name")));
        boolean together =
            role.is(GroupKind.DATABASE_ROLE) && role.namespace().equals(database.namespace());
        // The operator tries again until the role is there; only a preview is also taken apart.
        boolean preview = PreviewScope.isPreview(database) || PreviewScope.isPreview(role);
        if (preview && owns && together && Waves.of(role) >= Waves.of(database)) {
          boolean blocks = Waves.of(role) > Waves.of(database);
          out.about(role)
              .add(
                  blocks ? Severity.ERROR : Severity.WARNING,
                  role.nearest("metadata", "annotations", Waves.ANNOTATION),
                  "the role is in wave "
                      + Waves.of(role)
                      + ", its database in "
                      + Waves.of(database));
        }
      }
    }
  }
}
