package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Set;

/** A route leaves out what the API server fills in. */
public final class ImplicitRouteDefaults implements DocumentRule {
  private static final List<String> DEFAULTED = List.of("group", "kind", "weight");

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    for (MapNode rule : Fields.maps(resource.at("spec", "rules"))) {
      for (MapNode backend : Fields.maps(rule.get("backendRefs"))) {
        List<String> missing = DEFAULTED.stream().filter(it -> !backend.has(it)).toList();
        if (!missing.isEmpty()) {
          out.add(backend, "`" + String.join("`, `", missing) + "` will be filled in");
        }
      }
    }
  }
}
