package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewDocumentRule;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;

/** A preview's route does not say which listener it belongs to. */
public final class LooseParent implements PreviewDocumentRule {
  @Override
  public void checkPreview(Resource resource, Findings out) {
    for (MapNode parent : resource.mapsAt("spec", "parentRefs")) {
      String kind = parent.textOrEmpty("kind");
      if (kind.isEmpty() || kind.equals("Gateway")) {
        if (!NodeValues.isSet(parent.get("sectionName")) && !NodeValues.isSet(parent.get("port"))) {
          out.add(parent, "`" + parent.textOrEmpty("name") + "` is named without `sectionName`");
        } else if (!NodeValues.isSet(parent.get("namespace"))) {
          out.add(parent, "`" + parent.textOrEmpty("name") + "` is named without `namespace`");
        }
      }
    }
  }
}
