package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.lint.RelativePath;

/**
 * Argo CD merges {@code .argocd-source.yaml} and {@code .argocd-source-<app>.yaml} over the source:
 * images, namespace and values that the platform sets would be the pull request's (Argo CD docs,
 * "Parameter Overrides").
 */
final class SourceOverrides implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    for (String path : bundle.files().all().keySet()) {
      if (RelativePath.name(path).startsWith(".argocd-source")) {
        findings.error(
            "source-override",
            bundle.files().location(path),
            "`" + RelativePath.name(path) + "` would overrule what the platform tells Argo CD",
            "remove it");
      }
    }
  }
}
