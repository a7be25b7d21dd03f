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

/** A role object needs a newer operator. */
public final class RoleNewerThanOperator implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "SH004",
          "role-newer-than-operator",
          Severity.ERROR,
          "a role object needs a newer operator",
          """
          `DatabaseRole` exists from CloudNativePG 1.30. With 1.30.0 a client certificate is
          made again while the role is deleted, and Argo CD's pruning hangs.
          """,
          "use `managed.roles` of the cluster before 1.30; leave `clientCertificate` out",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: DatabaseRole
          metadata: {name: shop-pr-17, namespace: databases}
          spec: {cluster: {name: shared-pg}, name: shop_pr_17, clientCertificate: {enabled: true}}
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: DatabaseRole
          metadata: {name: shop-pr-17, namespace: databases}
          spec: {cluster: {name: shared-pg}, name: shop_pr_17, databaseRoleReclaimPolicy: delete}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.DATABASE_ROLE);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!out.targets().cloudNativePg().isAtLeast(1, 30)) {
      out.add(
          resource.subject(),
          "CloudNativePG " + out.targets().cloudNativePg() + " has no DatabaseRole");
      return;
    }
    Node certificate = resource.at("spec", "clientCertificate", "enabled");
    boolean affected = !out.targets().cloudNativePg().isAtLeast(1, 31);
    boolean preview = PreviewScope.isPreview(resource);
    if (preview && certificate != null && Fields.isTrue(certificate) && affected) {
      out.add(
          Severity.WARNING, certificate, "a client certificate blocks the deletion of the role");
    }
  }
}
