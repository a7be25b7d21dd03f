package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.diagnostic.Location;

/** Objects name the preview's namespace or none: the project admits those of other previews too. */
final class OwnNamespace implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    for (BundleObject object : bundle.objects()) {
      judge(bundle, object, object.namespace(), findings);
    }
  }

  private static void judge(
      Bundle bundle, BundleObject object, String namespace, BundleFindings findings) {
    if (!namespace.isEmpty() && !namespace.equals(bundle.namespace())) {
      Location at = object.at("metadata", "namespace");
      findings.error(
          "foreign-namespace",
          at,
          object.title() + " asks for namespace `" + namespace + "`, not the preview's own",
          "leave `metadata.namespace` out; Argo CD fills it in");
    }
  }
}
