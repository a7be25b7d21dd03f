package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.TemplateText;
import java.util.Set;
import java.util.regex.Pattern;

/** A database cluster has a name that the operator refuses. */
public final class ClusterName implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB001",
          "cluster-name",
          Severity.ERROR,
          "a database cluster has a name that the operator refuses",
          """
          The name becomes part of Services, Pods and labels: CloudNativePG takes a DNS label
          that begins with a letter, of at most 50 characters.
          """,
          "shorten it, or begin it with a letter",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: 17-shop-pg, namespace: shop}
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

  private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");

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
    String name = resource.name();
    if (TemplateText.isTemplated(name) || name.isEmpty()) {
      return;
    }
    if (name.length() > 50) {
      out.add(
          resource.subject(),
          "the name has " + name.length() + " characters; at most 50 are allowed");
    } else if (!LABEL.matcher(name).matches()) {
      out.add(resource.subject(), "`" + name + "` is no DNS label that begins with a letter");
    }
  }
}
