package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A preview's route has no fixed host, or more than a preview has. */
public final class RouteHostname implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    long most = Math.max(1, most(corpus));
    for (GroupKind kind : List.of(GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE)) {
      corpus.of(kind).stream()
          .filter(PreviewScope::isPreview)
          .forEach(route -> check(route, most, out.about(route)));
    }
    corpus.of(GroupKind.INGRESS).stream()
        .filter(PreviewScope::isPreview)
        .forEach(ingress -> check(ingress, out.about(ingress)));
  }

  /** A rule without a host, or a default backend, is for all that the controller serves. */
  private static void check(Resource ingress, Findings out) {
    if (ingress.at("spec", "defaultBackend") instanceof Node backend) {
      out.add(backend, "`defaultBackend` takes every host of the controller");
    }
    for (MapNode rule : ingress.mapsAt("spec", "rules")) {
      Node host = rule.get("host");
      if (!NodeValues.isSet(host)) {
        out.add(rule, "a rule without `host` takes every host of the controller");
      } else if (host != null && NodeValues.text(host).startsWith("*")) {
        out.add(host, "`" + NodeValues.text(host) + "` takes every host below it");
      }
    }
  }

  private static void check(Resource route, long most, Findings out) {
    List<Node> hosts = route.itemsAt("spec", "hostnames");
    if (hosts.isEmpty()) {
      out.add(
          route.nearest("spec", "hostnames"),
          "without `hostnames` the route takes the whole listener");
    } else if (hosts.size() > most) {
      out.add(hosts.get(1), "`hostnames` has " + hosts.size() + " entries");
    } else {
      hosts.stream()
          .filter(host -> NodeValues.text(host).startsWith("*"))
          .findFirst()
          .ifPresent(
              host -> out.add(host, "`" + NodeValues.text(host) + "` takes every host below it"));
    }
  }

  /** How many hosts a platform gives a preview of one of its apps. */
  private static long most(Corpus corpus) {
    return corpus.of(GroupKind.PLATFORM).stream()
        .flatMap(platform -> platform.mapsAt("spec", "apps").stream())
        .mapToLong(RouteHostname::hosts)
        .max()
        .orElse(1);
  }

  private static long hosts(MapNode app) {
    return app.mapsAt("routes").stream().map(route -> route.textOrEmpty("host")).distinct().count();
  }
}
