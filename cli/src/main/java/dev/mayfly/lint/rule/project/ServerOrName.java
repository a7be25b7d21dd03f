package dev.mayfly.lint.rule.project;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.platform.TargetCluster;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A destination of a project names its cluster twice. */
public final class ServerOrName implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode destination : resource.mapsAt("spec", "destinations")) {
      Node name = destination.get("name");
      boolean both = NodeValues.isSet(destination.get("server")) && NodeValues.isSet(name);
      String server = destination.textOrEmpty("server");
      boolean same =
          server.equals(NodeValues.text(name))
              || (server.equals(TargetCluster.OWN_SERVER)
                  && TargetCluster.OWN_NAME.equals(NodeValues.text(name)));
      if (name != null && both && !same) {
        out.add(
            name,
            "a cluster that matches `" + NodeValues.text(name) + "` passes whatever its server is");
      }
    }
  }
}
