package dev.mayfly.lint.rule.workload;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.Node;
import java.util.HashMap;
import java.util.Map;

/** An API version that the cluster no longer serves. */
public final class RemovedApiVersion implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    ReleaseLine removed = REMOVED.get(resource.apiVersion() + " " + resource.kind());
    Node version = resource.at("apiVersion");
    if (removed != null && version != null && out.targets().kubernetes().compareTo(removed) >= 0) {
      out.add(
          Targets.Part.KUBERNETES,
          version,
          "`%s` of %s was removed in Kubernetes %s"
              .formatted(resource.apiVersion(), resource.kind(), removed));
    }
  }

  /** Kubernetes docs, Deprecated API Migration Guide. */
  private static final Map<String, ReleaseLine> REMOVED = removed();

  private static Map<String, ReleaseLine> removed() {
    Map<String, ReleaseLine> all = new HashMap<>();
    add(all, 16, "extensions/v1beta1", "Deployment", "DaemonSet", "ReplicaSet", "NetworkPolicy");
    add(all, 16, "extensions/v1beta1", "PodSecurityPolicy");
    add(all, 16, "apps/v1beta1", "Deployment", "StatefulSet", "ControllerRevision");
    add(all, 16, "apps/v1beta2", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");
    add(all, 22, "extensions/v1beta1", "Ingress");
    add(all, 22, "networking.k8s.io/v1beta1", "Ingress", "IngressClass");
    add(all, 22, "apiextensions.k8s.io/v1beta1", "CustomResourceDefinition");
    add(all, 22, "apiregistration.k8s.io/v1beta1", "APIService");
    String rbac = "rbac.authorization.k8s.io/v1beta1";
    add(all, 22, rbac, "ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding");
    String admission = "admissionregistration.k8s.io/v1beta1";
    add(all, 22, admission, "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration");
    add(all, 22, "certificates.k8s.io/v1beta1", "CertificateSigningRequest");
    add(all, 22, "coordination.k8s.io/v1beta1", "Lease");
    add(all, 22, "scheduling.k8s.io/v1beta1", "PriorityClass");
    add(all, 22, "storage.k8s.io/v1beta1", "CSIDriver", "CSINode", "StorageClass");
    add(all, 22, "storage.k8s.io/v1beta1", "VolumeAttachment");
    add(all, 25, "batch/v1beta1", "CronJob");
    add(all, 25, "discovery.k8s.io/v1beta1", "EndpointSlice");
    add(all, 25, "events.k8s.io/v1beta1", "Event");
    add(all, 25, "autoscaling/v2beta1", "HorizontalPodAutoscaler");
    add(all, 25, "policy/v1beta1", "PodDisruptionBudget", "PodSecurityPolicy");
    add(all, 25, "node.k8s.io/v1beta1", "RuntimeClass");
    add(all, 26, "autoscaling/v2beta2", "HorizontalPodAutoscaler");
    String flow = "flowcontrol.apiserver.k8s.io/";
    add(all, 26, flow + "v1beta1", "FlowSchema", "PriorityLevelConfiguration");
    add(all, 29, flow + "v1beta2", "FlowSchema", "PriorityLevelConfiguration");
    add(all, 32, flow + "v1beta3", "FlowSchema", "PriorityLevelConfiguration");
    add(all, 27, "storage.k8s.io/v1beta1", "CSIStorageCapacity");
    return Map.copyOf(all);
  }

  private static void add(
      Map<String, ReleaseLine> all, int minor, String apiVersion, String... kinds) {
    for (String kind : kinds) {
      all.put(apiVersion + " " + kind, new ReleaseLine(1, minor));
    }
  }
}
