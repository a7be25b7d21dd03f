package dev.mayfly.lint.rule.namespace;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import java.util.Set;

/** A preview brings an object that the whole cluster shares. */
public final class ClusterObjectInPreview implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS016",
          "cluster-object-in-preview",
          Severity.ERROR,
          "a preview brings an object that the whole cluster shares",
          """
          Cluster-scoped objects have one name for all: two previews take turns in writing it, and
          the first that is closed deletes it for the other, and for production. Infrastructure is
          owned by Applications of its own; a preview refers to it.
          """,
          "take it out of the preview, or put the number of the pull request into its name",
          """
          # file: previews/shop/pr-17/role.yaml
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata: {name: shop-reader}
          rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]
          """,
          """
          # file: previews/shop/pr-17/role.yaml
          apiVersion: rbac.authorization.k8s.io/v1
          kind: ClusterRole
          metadata: {name: shop-pr-17-reader}
          rules: [{apiGroups: [""], resources: [configmaps], verbs: [get]}]
          """);

  private static final Set<String> SHARED =
      Set.of(
          "APIService",
          "ClusterIssuer",
          "ClusterRole",
          "ClusterRoleBinding",
          "ClusterSecretStore",
          "CustomResourceDefinition",
          "IngressClass",
          "MutatingWebhookConfiguration",
          "PriorityClass",
          "RuntimeClass",
          "StorageClass",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "ValidatingWebhookConfiguration",
          "VolumeSnapshotClass");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of();
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (SHARED.contains(resource.kind())
        && PreviewScope.overlay(resource).isPresent()
        && !PreviewScope.isOwnNamespace(resource, resource.name())
        && !TemplateText.isTemplated(resource.name())) {
      out.add(resource.nearest("kind"), resource.kind() + " `" + resource.name() + "` is shared");
    }
  }
}
