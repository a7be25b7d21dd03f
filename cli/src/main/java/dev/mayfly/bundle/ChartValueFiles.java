package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.platform.ValueFile;

/** The value files that the platform lists are there: Argo CD would fail without one. */
final class ChartValueFiles implements BundleCheck {
  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    for (ValueFile file : bundle.app().bundle().valueFiles()) {
      boolean there =
          switch (file) {
            case ValueFile.InChart(String path) -> bundle.files().has(path);
            case ValueFile.InRepository ignored ->
                bundle.files().valueFiles().containsKey(file.argocdPath());
            case ValueFile.InGitOps ignored -> true; // read with the platform
          };
      if (!there) {
        findings.error(
            "value-file-missing",
            bundle.files().location(""),
            "the value file `" + file.path() + "` is missing",
            file instanceof ValueFile.InChart
                ? "it is looked for in the chart; a file elsewhere in its repository is written as"
                    + " `{repository: PATH}`"
                : "it is looked for from the root of the chart's repository");
      }
    }
  }
}
