package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.Vocabulary;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A chart brings no CRDs, which belong to the cluster and outlive the preview, no schema that takes
 * in others, and no template that yields one thing here and another in the cluster. The same holds
 * of the charts that it carries.
 */
final class ChartParts implements BundleCheck {
  /** The chart itself, or one that it carries, at any depth. */
  private static final String CARRIED = "(charts/[^/]+/)*+";

  /** Keys of a JSON schema that name another one, or itself. */
  private static final Set<String> REFERENCES =
      Set.of("$ref", "$dynamicRef", "$recursiveRef", "$id", "id");

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    if (!bundle.files().has("Chart.yaml")) {
      findings.error("no-chart", bundle.files().location(""), "the bundle has no Chart.yaml", "");
      return;
    }
    for (String path : bundle.files().all().keySet()) {
      if (path.matches(CARRIED + "(Chart\\.yaml|requirements\\.yaml)")) {
        Vocabulary.checkChart(bundle.files(), path, findings);
      } else if (path.matches(CARRIED + "values\\.schema\\.json")) {
        findings.addAll(bundle.files().yaml(path).problems());
        bundle.files().yaml(path).documents().stream()
            .flatMap(document -> NodeValues.allMaps(document).stream())
            .flatMap(map -> map.entries().stream())
            .forEach(entry -> reference(entry, findings));
      } else if (path.matches(CARRIED + "crds/.*")) {
        findings.error(
            "chart-crds",
            bundle.files().location(path),
            "CRDs belong to the whole cluster",
            "install them with the platform");
      }
    }
    List<String> templates =
        bundle.files().all().keySet().stream()
            .filter(path -> path.matches(CARRIED + "templates/.*"))
            .toList();
    ChartRoot root = ChartRoot.of(templates.stream().map(bundle.files()::text).toList());
    for (String path : templates) {
      wayward(bundle, path, root, findings);
    }
  }

  /**
   * A schema of the values refers to itself only: Helm reads other schemas from files of the
   * machine and over HTTP (Helm source, pkg/chart/common/util/jsonschema.go).
   */
  private static void reference(MapNode.Entry entry, BundleFindings findings) {
    String key = entry.key().text();
    if (entry.value() instanceof ScalarNode value
        && (REFERENCES.contains(key)
            ? !value.text().startsWith("#")
            : key.equals("$schema")
                && !value
                    .text()
                    .matches("https?://json-schema\\.org/(draft[/0-9a-z-]+/)?schema#?"))) {
      findings.error(
          "schema-elsewhere",
          value.location(),
          "`"
              + UntrustedText.clean(value.text(), 80)
              + "` is read from elsewhere while the chart is rendered",
          "write what it says into the schema itself");
    }
  }

  private static void wayward(Bundle bundle, String path, ChartRoot root, BundleFindings findings) {
    Optional<String> word = root.wayward(bundle.files().text(path));
    word.ifPresent(found ->
        findings.undecided(
            bundle.files().location(path),
            "`" + found + "` can make the cluster render something else than is seen here",
            "take a value instead, and name each field that is read"));
  }
}
