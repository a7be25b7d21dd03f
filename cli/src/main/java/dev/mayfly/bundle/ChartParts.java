package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.platform.App.Bundle.Kind;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chart brings no other chart and no CRDs. Dependencies are fetched past the project's
 * repositories (Argo CD docs, "Security"), and CRDs belong to the cluster and outlive the preview.
 */
final class ChartParts implements BundleCheck {
  /** Dependencies that are known to be harmless; none is. */
  private static final Set<String> ALLOWED = Set.of();

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
    for (String file : List.of("Chart.yaml", "requirements.yaml")) {
      List<Node> documents =
          bundle.files().has(file) ? bundle.files().yaml(file).documents() : List.of();
      for (Node document : documents) {
        if (document.at("dependencies") instanceof ListNode list) {
          list.items().forEach(dependency -> dependency(dependency, findings));
        }
      }
    }
    for (String path : bundle.files().all().keySet()) {
      if (path.startsWith("templates/")) {
        wayward(bundle, path, findings);
      } else if (path.startsWith("crds/")) {
        findings.error(
            "chart-crds",
            bundle.files().location(path),
            "CRDs belong to the whole cluster",
            "install them with the platform");
      } else if (path.startsWith("charts/")) {
        findings.error(
            "chart-dependency",
            bundle.files().location(path),
            "the chart carries another chart",
            "write its manifests into the chart's own templates");
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

  private static void dependency(Node dependency, BundleFindings findings) {
    String name = String.valueOf(dependency.textAt("name"));
    if (!ALLOWED.contains(name)) {
      findings.error(
          "chart-dependency",
          dependency.location(),
          "the chart depends on chart `" + name + "`, which is fetched from elsewhere",
          "write its manifests into the chart's own templates");
    }
  }
}
