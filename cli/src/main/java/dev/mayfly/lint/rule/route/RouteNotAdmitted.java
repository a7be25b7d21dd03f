package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/** A listener does not admit routes of the preview's namespace. */
public final class RouteNotAdmitted implements AttachmentRule {
  @Override
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    Resource route = attachment.route();
    Optional<String> other =
        attachment.gateway().map(Resource::namespace).filter(it -> !it.equals(route.namespace()));
    boolean placed = !route.namespace().isEmpty() && !corpus.mayChange(route, "namespace");
    String from =
        attachment
            .listener()
            .map(it -> it.textOrEmpty("allowedRoutes", "namespaces", "from"))
            .orElse("All");
    Node at = attachment.parent().orThis("name");
    if (other.isPresent() && placed && (from.isEmpty() || from.equals("Same"))) {
      out.add(
          at,
          "it admits routes of `%s` only, and this one lies in `%s`"
              .formatted(other.get(), route.namespace()));
    }
    List<MapNode> kinds =
        attachment.listener().map(it -> it.mapsAt("allowedRoutes", "kinds")).orElse(List.of());
    if (!kinds.isEmpty() && kinds.stream().noneMatch(RouteNotAdmitted::isHttpRoute)) {
      String words = String.join("`, `", kinds.stream().map(RouteNotAdmitted::shown).toList());
      out.add(at, "it admits `" + words + "` and no HTTPRoute");
    }
  }

  private static String shown(MapNode kind) {
    String group = kind.textOrEmpty("group");
    return (group.isEmpty() ? "" : group + "/") + kind.textOrEmpty("kind");
  }

  private static boolean isHttpRoute(MapNode kind) {
    String group = kind.textOrEmpty("group");
    return kind.textOrEmpty("kind").equals("HTTPRoute")
        && (!kind.has("group") || group.equals("gateway.networking.k8s.io"));
  }
}
