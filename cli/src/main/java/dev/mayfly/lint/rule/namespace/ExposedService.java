package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** A preview opens a port past the Gateway. */
public final class ExposedService implements PreviewDocumentRule {
  private static final Set<String> EXPOSED = Set.of("LoadBalancer", "NodePort");

  @Override
  public void checkPreview(Resource resource, Findings out) {
    Node type = resource.at("spec", "type");
    if (type != null && EXPOSED.contains(NodeValues.text(type))) {
      out.add(type, "the Service is of type `" + NodeValues.text(type) + "`");
    }
    Node addresses = resource.at("spec", "externalIPs");
    if (!NodeValues.items(addresses).isEmpty()) {
      String first = NodeValues.text(NodeValues.items(addresses).getFirst());
      out.add(resource.nearest("spec", "externalIPs"), "`externalIPs` holds `" + first + "`");
    }
  }
}
