package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.platform.ResourceKind;
import java.util.Set;

/**
 * Only kinds that the platform lists for the app. Argo CD's project cannot tell the bundle from the
 * overlay: what it permits to one source it permits to the other.
 */
final class AllowedKinds implements BundleCheck {
  /** Kinds that live in no namespace, which no preview may bring even when listed. */
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "ClusterRole",
          "ClusterRoleBinding",
          "CustomResourceDefinition",
          "StorageClass",
          "VolumeAttributesClass",
          "PriorityClass",
          "RuntimeClass",
          "IngressClass",
          "GatewayClass",
          "CSIDriver",
          "CSINode",
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "CertificateSigningRequest",
          "VolumeSnapshotClass",
          "VolumeSnapshotContent",
          "ClusterIssuer",
          "ClusterSecretStore",
          "ClusterExternalSecret",
          "ClusterImageCatalog",
          "ClusterGenerator",
          "ClusterPushSecret");

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    Set<ResourceKind> allowed = Set.copyOf(bundle.app().resources());
    for (BundleObject object : bundle.objects()) {
      if (CLUSTER_SCOPED.contains(object.kind())) {
        findings.error(
            "cluster-scoped",
            object.at("kind"),
            object.title() + " belongs to the whole cluster, not to one preview",
            "leave it to the platform");
      } else if (!allowed.contains(object.type())) {
        findings.error(
            "kind-not-allowed",
            object.at("kind"),
            "app `" + bundle.app().name() + "` may not bring a `" + object.type() + "`",
            NearMiss.hint(
                object.type().toString(), allowed.stream().map(ResourceKind::toString).toList()));
      }
    }
  }
}
