package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundlePath;

/**
 * Argo CD merges {@code .argocd-source.yaml} and {@code .argocd-source-<app>.yaml} over the source:
 * images, namespace and values that the platform sets would be the pull request's (Argo CD docs,
 * "Parameter Overrides").
 */
final class SourceOverrides implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    for (String path : bundle.files().all().keySet()) {
      if (BundlePath.name(path).startsWith(".argocd-source")) {
        findings.error(
            "source-override",
            bundle.files().location(path),
            "`" + BundlePath.name(path) + "` would overrule what the platform tells Argo CD",
            "remove it");
      }
    }
  }
}
