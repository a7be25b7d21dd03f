package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.kubernetes.ClusterScoped;
import dev.mayfly.kubernetes.GroupKind;
import java.util.List;
import java.util.Set;

/**
 * Only kinds that the platform lists for the app. Argo CD's project cannot tell the bundle from the
 * overlay: what it permits to one source it permits to the other.
 */
final class AllowedKinds implements ObjectCheck {
  private static final Set<GroupKind> TRAFFIC =
      Set.of(new GroupKind("", "Endpoints"), new GroupKind("discovery.k8s.io", "EndpointSlice"));

  private static final Set<GroupKind> OF_THE_NAMESPACE =
      Set.of(GroupKind.RESOURCE_QUOTA, GroupKind.LIMIT_RANGE);

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {

    if (object.kind().isEmpty() || object.text("apiVersion").isEmpty()) {
      findings.error(
          "no-kind",
          object.root().location(),
          "`kind` or `apiVersion` is missing in this document",
          "write both, or remove it");
    } else if (TRAFFIC.contains(object.type())) {
      findings.error(
          "chosen-endpoint",
          object.at("kind"),
          object.title() + " leads a Service to addresses of the bundle's choice",
          "let the Service select pods");
    } else if (bundle.isShared() && OF_THE_NAMESPACE.contains(object.type())) {
      findings.error(
          "shared-kind",
          object.at("kind"),
          object.title() + " would bound production too, which lives in the same namespace",
          "leave it to the platform");
    } else if (ClusterScoped.isKnown(object.kind())) {
      findings.error(
          "cluster-scoped",
          object.at("kind"),
          object.title() + " belongs to the whole cluster, not to one preview",
          "leave it to the platform");
    } else if (!bundle.app().resources().contains(object.type())) {
      findings.error(
          "kind-not-allowed",
          object.at("kind"),
          "app `" + bundle.app().name() + "` may not bring a `" + object.type() + "`",
          hint(object.type(), bundle.app().resources()));
    }
  }

  /** A slip of the pen, or a kind that the admins have to permit: both are said in their words. */
  private static String hint(GroupKind kind, List<GroupKind> allowed) {
    List<String> near =
        NearMiss.of(kind.toString(), allowed.stream().map(GroupKind::toString).toList());
    return (near.isEmpty() ? "" : "did you mean `" + String.join("` or `", near) + "`? Else ")
        + "list `{group: %s, kind: %s}` in `apps[].resources` of `mayfly.yaml`"
            .formatted(kind.group().isEmpty() ? "\"\"" : kind.group(), kind.kind());
  }
}
