package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A sync window applies to nothing, or never. */
public final class EmptySyncWindow implements DocumentRule {
  private static final List<String> SCOPES = List.of("applications", "namespaces", "clusters");
  private static final Set<String> KINDS = Set.of("allow", "deny");

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode window : Fields.maps(resource.at("spec", "syncWindows"))) {
      if (SCOPES.stream().noneMatch(it -> Fields.isSet(window.get(it)))) {
        out.add(window, "the window names no applications, namespaces or clusters");
      }
      Node kind = window.get("kind");
      if (kind != null && !KINDS.contains(Fields.text(kind))) {
        out.add(kind, "a window is of kind `allow` or `deny`");
      }
    }
  }
}
