package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A preview's database costs more than it needs. */
public final class CostlyPreview implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB016",
          "costly-preview",
          Severity.WARNING,
          "a preview's database costs more than it needs",
          """
          A second instance copies all data again. The disruption budget that is on by default
          blocks the drain of the node on which the single instance runs.
          """,
          "set `instances: 1` and `enablePDB: false`",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
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
    Node instances = resource.at("spec", "instances");
    if (instances != null && Fields.integer(instances).orElse(1) > 1) {
      out.add(instances, "a preview needs one instance");
    }
    Node pdb = resource.at("spec", "enablePDB");
    if ((pdb == null || Fields.isTrue(pdb)) && resource.at("spec") instanceof MapNode spec) {
      out.add(
          pdb == null ? resource.nearest("spec", "enablePDB") : pdb,
          "the disruption budget blocks node drains",
          pdb == null
              ? Edit.addEntry(spec, "enablePDB: false")
              : Edit.replace(pdb.location(), "false"));
    }
  }
}
