package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import java.util.Set;

/** A preview brings an object that the whole cluster shares. */
public final class ClusterObjectInPreview implements DocumentRule {
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
  public void check(Resource resource, Findings out) {
    if (SHARED.contains(resource.kind())
        && PreviewScope.overlay(resource).isPresent()
        && !PreviewScope.isOwnNamespace(resource, resource.name())
        && !TemplateText.isTemplated(resource.name())) {
      out.add(
          resource.nearest("kind"),
          resource.kind() + " `" + resource.name() + "` lies outside every namespace");
    }
  }
}
