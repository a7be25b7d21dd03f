package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A preview's route does not have exactly one fixed host. */
public final class RouteHostname implements DocumentRule {
  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE);
  }

  @Override
  public void check(Resource resource, Findings out) {
    if (!PreviewScope.isPreview(resource)) {
      return;
    }
    List<Node> hosts = Fields.items(resource.at("spec", "hostnames"));
    if (hosts.isEmpty()) {
      out.add(
          resource.nearest("spec", "hostnames"),
          "without `hostnames` the route takes the whole listener");
    } else if (hosts.size() > 1) {
      out.add(hosts.get(1), "`hostnames` has " + hosts.size() + " entries");
    } else if (Fields.text(hosts.getFirst()).startsWith("*")) {
      out.add(
          hosts.getFirst(), "`" + Fields.text(hosts.getFirst()) + "` takes every host below it");
    }
  }
}
