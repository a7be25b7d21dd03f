package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** A database or role name is no plain PostgreSQL identifier. */
public final class PostgresIdentifier implements DocumentRule {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

  @Override
  public void check(Resource resource, Findings out) {
    for (String field : List.of("name", "owner")) {
      Node node = resource.at("spec", field);
      String text = NodeValues.text(node);
      if (node == null || text.isEmpty() || TemplateText.isTemplated(text)) {
        continue;
      }
      int bytes = text.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > 63) {
        out.add(node, "`" + field + "` has " + bytes + " bytes; at most 63 fit");
      } else if (PreviewScope.isPreview(resource) && !PLAIN.matcher(text).matches()) {
        out.add(Severity.WARNING, node, "`" + text + "` must be quoted wherever it is used");
      }
    }
  }
}
