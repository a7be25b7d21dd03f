package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** What a route attaches to, where the Gateway stands in the same corpus. */
final class Listeners {
  private Listeners() {}

  static Optional<Resource> gateway(Corpus corpus, Resource route, MapNode parent) {
    String kind = parent.textOrEmpty("kind");
    if (!kind.isEmpty() && !kind.equals("Gateway")) {
      return Optional.empty();
    }
    String given = parent.textOrEmpty("namespace");
    String namespace = given.isEmpty() ? route.namespace() : given;
    String name = parent.textOrEmpty("name");
    List<Resource> named =
        corpus.inNamespace(namespace).stream()
            .filter(it -> it.is(GroupKind.GATEWAY) && it.name().equals(name))
            .toList();
    return only(named, route).filter(it -> !corpus.mayChange(it));
  }

  /** Where folders bring a Gateway of one name each, the one in the route's own folder is meant. */
  private static Optional<Resource> only(List<Resource> gateways, Resource route) {
    List<Resource> near =
        gateways.size() < 2
            ? gateways
            : gateways.stream().filter(it -> it.directory().equals(route.directory())).toList();
    return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
  }

  /** The one listener a parent names; empty without a name. */
  static Optional<MapNode> of(Corpus corpus, Resource route, MapNode parent) {
    String section = parent.textOrEmpty("sectionName");
    return gateway(corpus, route, parent).stream()
        .flatMap(it -> it.mapsAt("spec", "listeners").stream())
        .filter(it -> !section.isEmpty() && section.equals(it.textOrEmpty("name")))
        .findFirst();
  }

  /**
   * Whether a listener's and a route's host have names in common: a wildcard stands for one label
   * or more, on either side (Gateway API, {@code apis/v1/httproute_types.go}).
   */
  static boolean intersect(String listener, String route) {
    return listener.equals(route) || covers(listener, route) || covers(route, listener);
  }

  private static boolean covers(String wildcard, String host) {
    return wildcard.startsWith("*.") && host.endsWith(wildcard.substring(1));
  }
}
