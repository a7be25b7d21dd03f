package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import java.util.Set;

/** A preview's route does not say which listener it belongs to. */
public final class LooseParent implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode parent : Fields.maps(resource.at("spec", "parentRefs"))) {
      String kind = Fields.text(parent.get("kind"));
      boolean gateway = kind.isEmpty() || kind.equals("Gateway");
      if (PreviewScope.isPreview(resource) && gateway) {
        if (!Fields.isSet(parent.get("sectionName")) && !Fields.isSet(parent.get("port"))) {
          out.add(
              parent, "`" + Fields.text(parent.get("name")) + "` is named without `sectionName`");
        } else if (!Fields.isSet(parent.get("namespace"))) {
          out.add(parent, "`" + Fields.text(parent.get("name")) + "` is named without `namespace`");
        }
      }
    }
  }
}
