package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.DnsNames;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** An address of a Gateway is refused (Gateway API v1.6.1, {@code gateways.yaml}). */
public final class GatewayAddress implements DocumentRule {
  private static final int LONGEST = 253;
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IP =
      Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]{1,45}");

  @Override
  public void check(Resource resource, Findings out) {
    Set<String> seen = new HashSet<>();
    for (MapNode address : resource.mapsAt("spec", "addresses")) {
      String given = address.textOrEmpty("type");
      String type = given.isEmpty() ? "IPAddress" : given;
      Node value = address.get("value");
      String text = NodeValues.text(value);
      if (value == null || text.isEmpty() || TemplateText.isTemplated(text)) {
        continue;
      }
      boolean named = type.equals("Hostname");
      boolean counts = named || type.equals("IPAddress");
      boolean right =
          named ? DnsNames.isHost(text) : text.length() <= LONGEST && IP.matcher(text).matches();
      if (counts && !right) {
        out.add(value, "`" + text + "` is not an address of the type `" + type + "`");
      } else if (counts && !seen.add(type + " " + text)) {
        out.add(value, "`" + text + "` stands twice");
      }
    }
  }
}
