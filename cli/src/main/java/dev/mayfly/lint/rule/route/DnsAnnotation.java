package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;

/** What routes to a preview tells external-dns what to do. */
public final class DnsAnnotation implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    for (MapNode.Entry annotation : NodeValues.entries(resource.at("metadata", "annotations"))) {
      String key = annotation.key().text();
      if (key.startsWith("external-dns.alpha.kubernetes.io/")
          || key.startsWith("external-dns.kubernetes.io/")) {
        out.add(annotation.key(), "`" + key + "` changes DNS from inside a preview");
      }
    }
  }
}
