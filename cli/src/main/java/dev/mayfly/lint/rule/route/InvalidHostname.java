package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.DnsNames;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A host name is refused. */
public final class InvalidHostname implements DocumentRule {
  private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");

  @Override
  public void check(Resource resource, Findings out) {
    List<ScalarNode> hosts = new ArrayList<>(resource.textsAt("spec", "hostnames"));
    for (MapNode listener : resource.mapsAt("spec", "listeners")) {
      if (listener.get("hostname") instanceof ScalarNode host) {
        hosts.add(host);
      }
    }
    for (ScalarNode host : hosts) {
      String text = host.text();
      boolean valid = DnsNames.isHost(text) && !ADDRESS.matcher(text).matches();
      if (!valid && !TemplateText.isTemplated(text) && !host.isNull() && !text.isEmpty()) {
        out.add(host, "`" + text + "` is not a DNS name");
      }
    }
  }
}
