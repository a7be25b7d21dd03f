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
import java.util.List;
import java.util.Set;

/** An annotation or setting takes the operator's guard away. */
public final class UnguardedCluster implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB013",
          "unguarded-cluster",
          Severity.ERROR,
          "an annotation or setting takes the operator's guard away",
          """
          `cnpg.io/validation: disabled` accepts any definition, `podPatch` changes the pods
          past every check, and superuser access opens all data of the clone.
          """,
          "take it out",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop, annotations: {cnpg.io/validation: disabled}}
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
    boolean preview = PreviewScope.isPreview(resource);
    Node validation = resource.at("metadata", "annotations", "cnpg.io/validation");
    if (validation != null && Fields.text(validation).equals("disabled")) {
      out.add(validation, "validation by the operator is switched off");
    }
    for (String key : List.of("cnpg.io/podPatch", "cnpg.io/reconciliationLoop")) {
      Node value = resource.at("metadata", "annotations", key);
      if (value != null && preview) {
        out.add(value, "`" + key + "` has no place in a preview");
      }
    }
    Node superuser = resource.at("spec", "enableSuperuserAccess");
    if (superuser != null && preview && Fields.isTrue(superuser)) {
      out.add(superuser, "a preview gets the superuser's password");
    }
  }
}
