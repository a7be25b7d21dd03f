package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.NodeValues;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.ScalarNode;

/** A preview's host has more labels than the wildcard covers. */
public final class DeepHost implements AttachmentRule {
  private static final GroupKind PLATFORM = new GroupKind("mayfly.dev", "PreviewPlatform");

  @Override
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    attachment
        .listener()
        .map(listener -> NodeValues.text(listener.get("hostname")))
        .filter(served -> served.startsWith("*."))
        .ifPresent(served -> check(corpus, attachment.route(), served.substring(1), out));
  }

  private static void check(Corpus corpus, Resource route, String base, Findings out) {
    for (ScalarNode host : NodeValues.texts(route.at("spec", "hostnames"))) {
      boolean below = host.text().endsWith(base) && PreviewScope.isPreview(route);
      String label = below ? host.text().substring(0, host.text().length() - base.length()) : "";
      if (label.contains(".") && !isCovered(corpus, host.text())) {
        out.add(host, "`" + label + "` is more than one label below `" + base.substring(1) + "`");
      }
    }
  }

  /** Whether a platform says that a certificate has a wildcard for it. */
  private static boolean isCovered(Corpus corpus, String host) {
    String parent = host.substring(host.indexOf('.') + 1);
    return corpus.of(PLATFORM).stream()
        .flatMap(it -> NodeValues.texts(it.at("spec", "exposure", "wildcards")).stream())
        .anyMatch(wildcard -> wildcard.text().equals(parent));
  }
}
