package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;

/** Objects name the preview's namespace or none: the project admits those of other previews too. */
final class OwnNamespace implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    if (!bundle.isHome(object)) {
      findings.error(
          "foreign-namespace",
          object.at("metadata", "namespace"),
          object.title()
              + " asks for namespace `"
              + object.namespace()
              + "`, not the preview's own",
          "leave `metadata.namespace` out; Argo CD fills it in");
    }
  }
}
