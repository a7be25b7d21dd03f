package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.RouteView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value of a route is out of its range. */
public final class RouteValue implements HttpRouteRule {
  private static final Set<String> PATH = Set.of("Exact", "PathPrefix", "RegularExpression");
  private static final Set<String> VALUE = Set.of("Exact", "RegularExpression");
  private static final Set<String> FILTERS =
      Set.of(
          "RequestHeaderModifier",
          "ResponseHeaderModifier",
          "RequestMirror",
          "RequestRedirect",
          "URLRewrite",
          "ExtensionRef",
          "CORS",
          "ExternalAuth");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode parent : route.parents()) {
      range(parent, "port", 1, 65_535, out);
    }
    route.filters().forEach(it -> word(it.get("type"), FILTERS, out));
    for (MapNode rule : route.rules()) {
      for (MapNode match : Fields.maps(rule.get("matches"))) {
        word(match.at("path", "type"), PATH, out);
        word(match.get("method"), METHODS, out);
        for (String field : List.of("headers", "queryParams")) {
          Fields.maps(match.get(field)).forEach(it -> word(it.get("type"), VALUE, out));
        }
      }
      for (MapNode backend : Fields.maps(rule.get("backendRefs"))) {
        range(backend, "port", 1, 65_535, out);
        range(backend, "weight", 0, 1_000_000, out);
      }
    }
  }

  private static void range(MapNode holder, String field, long least, long most, Findings out) {
    Node node = holder.get(field);
    OptionalLong value = Fields.integer(node);
    if (node != null
        && value.isPresent()
        && (value.getAsLong() < least || value.getAsLong() > most)) {
      out.add(
          node,
          "`%s` is %d, not between %d and %d".formatted(field, value.getAsLong(), least, most));
    }
  }

  private static void word(@Nullable Node node, Set<String> words, Findings out) {
    String text = Fields.text(node);
    if (node != null && !words.contains(text) && !TemplateText.isTemplated(text)) {
      out.add(node, "`" + text + "` is unknown; " + NearMiss.hint(text, words));
    }
  }
}
