package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.regex.Pattern;

/** A path of a route is refused. */
public final class InvalidPath implements DocumentRule {
  private static final Pattern REFUSED = Pattern.compile("//|/\\.{1,2}(/|$)|%2[fF]|#");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+");

  @Override
  public void check(Resource resource, Findings out) {
    for (MapNode rule : resource.mapsAt("spec", "rules")) {
      for (MapNode match : rule.mapsAt("matches")) {
        Node value = match.at("path", "value");
        String type = match.textOrEmpty("path", "type");
        String text = NodeValues.text(value);
        boolean literal = !type.equals("RegularExpression") && !TemplateText.isTemplated(text);
        if (value != null && literal && isRefused(text)) {
          out.add(value, "`" + text + "` is not a path that the Gateway API takes");
        }
      }
    }
  }

  private static boolean isRefused(String path) {
    return !path.startsWith("/")
        || REFUSED.matcher(path).find()
        || !WRITTEN.matcher(path).matches();
  }
}
