package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A timeout of a route is refused. */
public final class RouteTimeouts implements HttpRouteRule {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
  private static final Pattern PART = Pattern.compile("([0-9]+)(h|ms|m|s)");
  private static final Map<String, Long> MILLIS =
      Map.of("h", 3_600_000L, "m", 60_000L, "s", 1_000L, "ms", 1L);

  @Override
  public void check(RouteView route, Findings out) {
    for (MapNode rule : route.rules()) {
      Node request = rule.at("timeouts", "request");
      Node backend = rule.at("timeouts", "backendRequest");
      boolean readable = isReadable(request, out) & isReadable(backend, out);
      if (readable && request != null && backend != null) {
        long whole = millis(NodeValues.text(request));
        if (whole > 0 && millis(NodeValues.text(backend)) > whole) {
          out.add(
              backend,
              "`backendRequest` is %s, and `request` as a whole %s"
                  .formatted(NodeValues.text(backend), NodeValues.text(request)));
        }
      }
    }
  }

  private static boolean isReadable(@Nullable Node duration, Findings out) {
    String text = NodeValues.text(duration);
    boolean readable = DURATION.matcher(text).matches() || TemplateText.isTemplated(text);
    if (duration instanceof ScalarNode scalar
        && GoScalar.of(scalar) instanceof GoScalar.Text
        && !readable) {
      out.add(duration, "`" + text + "` is not a duration of the Gateway API");
    }
    return duration == null || DURATION.matcher(text).matches();
  }

  private static long millis(String duration) {
    long sum = 0;
    Matcher part = PART.matcher(duration);
    while (part.find()) {
      sum += Long.parseLong(part.group(1)) * MILLIS.getOrDefault(part.group(2), 0L);
    }
    return sum;
  }
}
