package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Map;

/** A filter does not hold what its type says. */
public final class FilterBody implements HttpRouteRule {
  /** By type, the key of the body. */
  private static final Map<String, String> FILTER =
      Map.of(
          "RequestHeaderModifier", "requestHeaderModifier",
          "ResponseHeaderModifier", "responseHeaderModifier",
          "RequestMirror", "requestMirror",
          "RequestRedirect", "requestRedirect",
          "URLRewrite", "urlRewrite",
          "ExtensionRef", "extensionRef",
          "CORS", "cors");

  private static final Map<String, String> PATH =
      Map.of("ReplaceFullPath", "replaceFullPath", "ReplacePrefixMatch", "replacePrefixMatch");

  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode filter : route.filters()) {
      check(filter, FILTER, out);
      for (String body : List.of("requestRedirect", "urlRewrite")) {
        if (filter.at(body, "path") instanceof MapNode path) {
          check(path, PATH, out);
        }
      }
    }
  }

  private static void check(MapNode holder, Map<String, String> bodies, Findings out) {
    String type = holder.textOrEmpty("type");
    String wanted = bodies.get(type);
    if (!holder.has("type")) {
      out.add(holder, "it has no `type`");
    }
    if (wanted != null && !holder.has(wanted)) {
      out.add(holder.orThis("type"), "`type` is `" + type + "`, and `" + wanted + "` is missing");
    }
    for (MapNode.Entry entry : holder.entries()) {
      String key = entry.key().text();
      boolean body = bodies.containsValue(key);
      if (wanted != null && body && !key.equals(wanted)) {
        out.add(entry.key(), "`" + key + "` stands in a `" + type + "`");
      }
    }
  }
}
