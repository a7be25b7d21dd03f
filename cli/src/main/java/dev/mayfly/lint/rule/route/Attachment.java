package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A route, one of the parents it names, and what of that is in the same corpus.
 *
 * @param listener the one listener that the parent names by its section
 */
record Attachment(
    Resource route, MapNode parent, Optional<Resource> gateway, Optional<MapNode> listener) {
  static List<Attachment> of(Corpus corpus) {
    List<Attachment> attachments = new ArrayList<>();
    for (Resource route : corpus.of(GroupKind.HTTP_ROUTE)) {
      for (MapNode parent : new RouteView(route).parents()) {
        attachments.add(
            new Attachment(
                route,
                parent,
                Listeners.gateway(corpus, route, parent),
                Listeners.of(corpus, route, parent)));
      }
    }
    return attachments;
  }
}
