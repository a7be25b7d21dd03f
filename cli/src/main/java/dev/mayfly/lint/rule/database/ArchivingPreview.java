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

/** A preview's database archives or backs itself up. */
public final class ArchivingPreview implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB011",
          "archiving-preview",
          Severity.ERROR,
          "a preview's database archives or backs itself up",
          """
          A clone that keeps the archiver of its source can write into production's WAL
          archive; the only guard is a check that can be switched off. Backups of a preview are
          waste.
          """,
          "take `backup`, archiving plugins and `skipEmptyWalArchiveCheck` out",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            backup: {volumeSnapshot: {className: snap}}
            enablePDB: false
            storage: {size: 20Gi, storageClass: previews}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
                database: shop
                owner: shop
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
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    Node backup = resource.at("spec", "backup");
    if (backup != null && Fields.isSet(backup)) {
      out.add(resource.nearest("spec", "backup"), "a preview is not backed up");
    }
    for (MapNode plugin : Fields.maps(resource.at("spec", "plugins"))) {
      Node archiver = plugin.get("isWALArchiver");
      if (archiver != null && Fields.isTrue(archiver)) {
        out.add(archiver, "a preview does not archive WAL");
      }
    }
    Node skip = resource.at("metadata", "annotations", "cnpg.io/skipEmptyWalArchiveCheck");
    if (skip != null) {
      out.add(skip, "this lets a clone write into an archive that is not its own");
    }
  }
}
