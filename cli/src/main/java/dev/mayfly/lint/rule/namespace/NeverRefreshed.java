package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.regex.Pattern;

/**
 * An ExternalSecret is read once and never again (external-secrets v2.9.0, {@code
 * externalsecret_controller.go}: an interval of zero is not requeued).
 */
public final class NeverRefreshed implements DocumentRule {
  private static final Pattern ZERO = Pattern.compile("0+(?:\\.0+)?(?:ns|us|µs|ms|s|m|h)?");

  @Override
  public void check(Resource resource, Findings out) {
    Node interval = resource.at("spec", "refreshInterval");
    String policy = resource.textOrEmpty("spec", "refreshPolicy");
    boolean periodic = policy.isEmpty() || policy.equals("Periodic");
    if (interval != null
        && periodic
        && ZERO.matcher(NodeValues.text(interval)).matches()
        && !isGenerated(resource)) {
      out.add(interval, "`refreshInterval` is `" + NodeValues.text(interval) + "`");
    }
  }

  /** A password that is made, and not kept elsewhere, would be another one each time. */
  private static boolean isGenerated(Resource resource) {
    for (MapNode source : resource.mapsAt("spec", "dataFrom")) {
      if (source.at("sourceRef", "generatorRef") != null) {
        return true;
      }
    }
    return false;
  }
}
