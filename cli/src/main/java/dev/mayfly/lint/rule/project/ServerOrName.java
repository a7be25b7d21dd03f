package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.Destination;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A destination of a project names its cluster twice. */
public final class ServerOrName implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.PROJECT);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode destination : Fields.maps(resource.at("spec", "destinations"))) {
      Node name = destination.get("name");
      boolean both = Fields.isSet(destination.get("server")) && Fields.isSet(name);
      String server = Fields.text(destination.get("server"));
      boolean same =
          server.equals(Fields.text(name))
              || (server.equals(Destination.LOCAL_SERVER)
                  && Destination.LOCAL_NAME.equals(Fields.text(name)));
      if (name != null && both && !same) {
        out.add(
            name,
            "a cluster that matches `" + Fields.text(name) + "` passes whatever its server is");
      }
    }
  }
}
