package dev.mayfly.kubernetes;

import java.util.Set;

/** Kinds that live in no namespace, so that none of them belongs to one preview. */
public final class ClusterScoped {
  private static final Set<String> KINDS =
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

  private ClusterScoped() {}

  public static boolean isKnown(String kind) {
    return KINDS.contains(kind);
  }
}
