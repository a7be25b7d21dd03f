package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Set;

/** Two secrets set the password of one role. */
public final class OwnerManagedTwice implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB014",
          "owner-managed-twice",
          Severity.ERROR,
          "two secrets set the password of one role",
          """
          The owner named in `bootstrap` has the secret of the application; a managed role of
          the same name with another secret sets it back. The password flips at every
          reconcile.
          """,
          "take the role out of `managed.roles`, or give it the same secret",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            enablePDB: false
            managed: {roles: [{name: shop, login: true, passwordSecret: {name: other}}]}
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
    for (String method : List.of("recovery", "initdb")) {
      String owner = resource.text("spec", "bootstrap", method, "owner");
      String secret = resource.text("spec", "bootstrap", method, "secret", "name");
      String used = secret == null ? resource.name() + "-app" : secret;
      for (MapNode role : Fields.maps(resource.at("spec", "managed", "roles"))) {
        String other = role.textAt("passwordSecret", "name");
        boolean same = owner != null && owner.equals(role.textAt("name"));
        if (same
            && other != null
            && !other.equals(used)
            && !TemplateText.isTemplated(other + used)) {
          out.add(role, "`" + owner + "` also gets its password from `" + used + "`");
        }
      }
    }
  }
}
