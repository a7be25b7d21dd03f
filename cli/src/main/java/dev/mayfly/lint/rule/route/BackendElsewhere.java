package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;

/** A preview's route sends traffic out of the preview. */
public final class BackendElsewhere implements PreviewDocumentRule {
  private static final Set<String> FOREIGN = Set.of("RequestMirror", "ExtensionRef");

  @Override
  public void checkPreview(Resource resource, Findings out) {
    for (MapNode rule : resource.mapsAt("spec", "rules")) {
      for (MapNode backend : rule.mapsAt("backendRefs")) {
        Node namespace = backend.get("namespace");
        boolean other = !NodeValues.text(namespace).equals(resource.namespace());
        if (namespace != null && other && !resource.namespace().isEmpty()) {
          out.add(
              namespace,
              "`%s` lies in `%s`, the route in `%s`"
                  .formatted(
                      backend.textOrEmpty("name"),
                      NodeValues.text(namespace),
                      resource.namespace()));
        }
      }
      for (MapNode filter : rule.mapsAt("filters")) {
        Node type = filter.get("type");
        if (type != null && FOREIGN.contains(NodeValues.text(type))) {
          out.add(type, "`" + NodeValues.text(type) + "` leads past the preview's own Services");
        }
      }
    }
  }
}
