package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** A policy that names who may come, and lets everybody else come too. */
public final class OpenAuthorization implements DocumentRule {
  private static final Set<String> EVERYBODY = Set.of("0.0.0.0/0", "::/0");

  @Override
  public void check(Resource resource, Findings out) {
    Node action = resource.at("spec", "authorization", "defaultAction");
    List<MapNode> rules = resource.mapsAt("spec", "authorization", "rules");
    if (action != null
        && NodeValues.text(action).equals("Allow")
        && rules.stream().noneMatch(rule -> rule.textOrEmpty("action").equals("Deny"))) {
      out.add(action, "`defaultAction` is `Allow`, and no rule denies");
    }
    rules.stream()
        .filter(rule -> rule.textOrEmpty("action").equals("Allow"))
        .filter(OpenAuthorization::asksForAnAddressAlone)
        .flatMap(rule -> rule.textsAt("principal", "clientCIDRs").stream())
        .filter(range -> EVERYBODY.contains(range.text()))
        .forEach(range -> out.add(range, "`" + range.text() + "` is everybody"));
  }

  /** All that a rule names has to match (Envoy Gateway API, AuthorizationRule and Principal). */
  private static boolean asksForAnAddressAlone(MapNode rule) {
    return !NodeValues.isSet(rule.get("operation"))
        && !NodeValues.isSet(rule.get("cel"))
        && rule.get("principal") instanceof MapNode principal
        && principal.entries().stream()
            .map(entry -> entry.key())
            .map(ScalarNode::text)
            .allMatch("clientCIDRs"::equals);
  }
}
