package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.DnsNames;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value of a route is out of its range. */
public final class RouteValue implements HttpRouteRule {
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_`|~]{1,256}");
  private static final Pattern GROUP =
      Pattern.compile("(?=.{0,253}$)(" + DnsNames.SUBDOMAIN + ")?");
  private static final Pattern KIND =
      Pattern.compile("(?=.{1,63}$)[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?");

  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode parent : route.parents()) {
      range(parent, "port", 1, 65_535, out);
    }
    for (MapNode rule : route.rules()) {
      for (MapNode match : rule.mapsAt("matches")) {
        for (String field : List.of("headers", "queryParams")) {
          match
              .mapsAt(field)
              .forEach(it -> shape(it.get("name"), HEADER, "header or parameter", out));
        }
      }
      for (MapNode backend : rule.mapsAt("backendRefs")) {
        range(backend, "port", 1, 65_535, out);
        range(backend, "weight", 0, 1_000_000, out);
        shape(backend.get("group"), GROUP, "group", out);
        shape(backend.get("kind"), KIND, "kind", out);
      }
    }
  }

  private static void range(MapNode holder, String field, long least, long most, Findings out) {
    Node node = holder.get(field);
    OptionalLong value = Numbers.read(node, out);
    if (node != null
        && value.isPresent()
        && (value.getAsLong() < least || value.getAsLong() > most)) {
      out.add(
          node,
          "`%s` is %s, not between %s and %s".formatted(field, value.getAsLong(), least, most));
    }
  }

  /** The patterns of the CustomResourceDefinition. */
  private static void shape(@Nullable Node node, Pattern pattern, String what, Findings out) {
    String text = NodeValues.text(node);
    boolean right = pattern.matcher(text).matches();
    if (node != null && !right && !TemplateText.isTemplated(text)) {
      out.add(node, "`" + text + "` is not a name of a " + what);
    }
  }
}
