package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;

/** Beside production every name is the preview's, so that none can be production's own. */
final class SharedNames implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    if (!bundle.isOwn(object.name())) {
      findings.error(
          "shared-name",
          object.at("metadata", "name"),
          object.title() + " does not carry the pull request's number",
          "begin its name with the release's: production lives in the same namespace");
    }
  }
}
