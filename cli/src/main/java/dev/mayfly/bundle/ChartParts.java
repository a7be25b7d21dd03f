package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.platform.App.Bundle.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart brings no CRDs, which belong to the cluster and outlive the preview, and no template that
 * yields one thing here and another in the cluster. The same holds of the charts that it carries.
 */
final class ChartParts implements BundleCheck {
  /** The chart itself, or one that it carries, at any depth. */
  private static final String CARRIED = "(charts/[^/]+/)*";

  private static final Pattern ACTION =
      Pattern.compile("\\{\\{(?!-?\\s*/\\*).*?\\}\\}", Pattern.DOTALL);

  /** What lets a template yield one thing here and another in the cluster. */
  private static final Pattern WAYWARD =
      Pattern.compile(
          "\\b(Capabilities|lookup|tpl|IsInstall|IsUpgrade|Revision|now|rand[A-Z]\\w*|gen[A-Z]\\w*|getHostByName)\\b");

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (bundle.kind() != Kind.HELM) {
      return;
    }
    if (!bundle.files().has("Chart.yaml")) {
      findings.error("no-chart", bundle.files().location(""), "the bundle has no Chart.yaml", "");
      return;
    }
    findings.addAll(bundle.files().yaml("Chart.yaml").problems());
    for (String path : bundle.files().all().keySet()) {
      if (path.matches(CARRIED + "templates/.*")) {
        wayward(bundle, path, findings);
      } else if (path.matches(CARRIED + "crds/.*")) {
        findings.error(
            "chart-crds",
            bundle.files().location(path),
            "CRDs belong to the whole cluster",
            "install them with the platform");
      }
    }
  }

  private static void wayward(Bundle bundle, String path, BundleFindings findings) {
    for (Matcher action = ACTION.matcher(bundle.files().text(path)); action.find(); ) {
      Matcher word = WAYWARD.matcher(action.group());
      if (word.find()) {
        findings.undecided(
            bundle.files().location(path),
            "`" + word.group() + "` can make the cluster render something else than is seen here",
            "take a value instead");
        return;
      }
    }
  }
}
