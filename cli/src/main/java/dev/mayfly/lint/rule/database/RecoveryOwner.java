package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A restored cluster does not say which database and owner it holds. */
public final class RecoveryOwner implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB004",
          "recovery-owner",
          Severity.ERROR,
          "a restored cluster does not say which database and owner it holds",
          """
          The operator fills in `app` for both, but a restore from a snapshot creates neither.
          The instance then fails for ever to set the password of a role that does not exist.
          """,
          "set `database` and `owner` to those of the source cluster",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            enablePDB: false
            storage: {size: 20Gi, storageClass: previews}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            enablePDB: false
            storage: {size: 20Gi, storageClass: previews}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
                database: shop
                owner: shop
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node recovery = resource.at("spec", "bootstrap", "recovery");
    if (!(recovery instanceof MapNode map)) {
      return;
    }
    boolean snapshot = Fields.isSet(map.get("volumeSnapshots")) || Fields.isSet(map.get("backup"));
    boolean database = Fields.isSet(map.get("database"));
    boolean owner = Fields.isSet(map.get("owner"));
    if (database != owner) {
      Node at = map.get(database ? "database" : "owner");
      out.add(at == null ? map : at, "`database` and `owner` belong together");
    } else if (snapshot && !database && PreviewScope.isPreview(resource)) {
      boolean certain = Fields.isSet(map.get("volumeSnapshots"));
      out.add(
          certain ? Severity.ERROR : Severity.WARNING,
          resource.nearest("spec", "bootstrap", "recovery", "database"),
          "`database` and `owner` are not set");
    }
  }
}
