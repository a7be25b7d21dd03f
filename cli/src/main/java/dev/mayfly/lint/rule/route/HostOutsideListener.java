package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** A route's host is not served by its listener. */
public final class HostOutsideListener implements AttachmentRule {
  @Override
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    attachment.listener().ifPresent(listener -> check(attachment.route(), listener, out));
  }

  private static void check(Resource route, MapNode listener, Findings out) {
    String served = listener.textOrEmpty("hostname");
    List<ScalarNode> hosts = route.textsAt("spec", "hostnames");
    boolean decided =
        !served.isEmpty()
            && hosts.stream().noneMatch(it -> TemplateText.isTemplated(it.text() + served));
    boolean attached = hosts.stream().anyMatch(it -> intersect(served, it.text()));
    for (ScalarNode host : decided ? hosts : List.<ScalarNode>of()) {
      if (!intersect(served, host.text())) {
        // One host that fits attaches the route; the others answer nothing.
        out.add(
            attached ? Severity.WARNING : Severity.ERROR,
            host,
            "the listener serves `" + served + "`, so nothing answers at `" + host.text() + "`");
      }
    }
  }

  /**
   * Whether a listener's and a route's host have names in common: a wildcard stands for one label
   * or more, on either side (Gateway API, {@code apis/v1/httproute_types.go}).
   */
  private static boolean intersect(String listener, String route) {
    return listener.equals(route) || covers(listener, route) || covers(route, listener);
  }

  private static boolean covers(String wildcard, String host) {
    return wildcard.startsWith("*.") && host.endsWith(wildcard.substring(1));
  }
}
