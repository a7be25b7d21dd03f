package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** A rule about a route and the listener it attaches to. */
interface AttachmentRule extends CorpusRule {
  /**
   * A route, one of the parents it names, and what of that is in the same corpus.
   *
   * @param listener the one listener that the parent names by its section
   */
  record Attachment(
      Resource route, MapNode parent, Optional<Resource> gateway, Optional<MapNode> listener) {
    static Attachment of(Corpus corpus, Resource route, MapNode parent) {
      Optional<Resource> gateway = gateway(corpus, route, parent);
      String section = parent.textOrEmpty("sectionName");
      Optional<MapNode> listener =
          gateway.stream()
              .flatMap(it -> it.mapsAt("spec", "listeners").stream())
              .filter(it -> !section.isEmpty() && section.equals(it.textOrEmpty("name")))
              .findFirst();
      return new Attachment(route, parent, gateway, listener);
    }

    private static Optional<Resource> gateway(Corpus corpus, Resource route, MapNode parent) {
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

    /** Where folders bring a Gateway of one name each, the one of the route's folder is meant. */
    private static Optional<Resource> only(List<Resource> gateways, Resource route) {
      List<Resource> near =
          gateways.size() < 2
              ? gateways
              : gateways.stream().filter(it -> it.directory().equals(route.directory())).toList();
      return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }
  }

  @Override
  default void check(Corpus corpus, Findings out) {
    for (Resource route : corpus.of(GroupKind.HTTP_ROUTE)) {
      for (MapNode parent : route.mapsAt("spec", "parentRefs")) {
        check(corpus, Attachment.of(corpus, route, parent), out.about(route));
      }
    }
  }

  void check(Corpus corpus, Attachment attachment, Findings out);
}
