package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/**
 * A chart's schema of its values refers to itself only: Helm reads other schemas from files of the
 * machine and over HTTP (Helm source, pkg/chart/common/util/jsonschema.go).
 */
final class ValuesSchema {
  private static final Set<String> REFERENCES =
      Set.of("$ref", "$dynamicRef", "$recursiveRef", "$id", "id");

  private ValuesSchema() {}

  static void check(BundleFiles files, String path, BundleFindings findings) {
    ReadResult read = files.yaml(path);
    findings.addAll(read.problems());
    read.documents().forEach(document -> look(document, findings));
  }

  private static void look(Node node, BundleFindings findings) {
    switch (node) {
      case MapNode map ->
          map.entries().forEach(entry -> look(entry.key().text(), entry.value(), findings));
      case ListNode list -> list.items().forEach(item -> look(item, findings));
      case ScalarNode ignored -> {}
    }
  }

  private static void look(String key, Node value, BundleFindings findings) {
    boolean elsewhere =
        value instanceof ScalarNode text
            && (REFERENCES.contains(key)
                ? !text.text().startsWith("#")
                : key.equals("$schema")
                    && !text.text()
                        .matches("https?://json-schema\\.org/(draft[/0-9a-z-]+/)?schema#?"));
    if (elsewhere) {
      String shown = UntrustedText.clean(((ScalarNode) value).text(), 80);
      findings.error(
          "schema-elsewhere",
          value.location(),
          "`" + shown + "` is read from elsewhere while the chart is rendered",
          "write what it says into the schema itself");
    }
    look(value, findings);
  }
}
