package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;

/** A preview's host has more labels than the wildcard covers. */
public final class DeepHost implements AttachmentRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    AttachmentRule.super.check(corpus, out);
    for (Resource platform : corpus.of(GroupKind.PLATFORM)) {
      if (isByWildcard(platform)) {
        String domain = platform.textOrEmpty("spec", "exposure", "domain");
        corpus
            .of(GroupKind.INGRESS)
            .forEach(ingress ->
                ingress.mapsAt("spec", "rules").stream()
                    .map(rule -> rule.get("host"))
                    .filter(ScalarNode.class::isInstance)
                    .forEach(host ->
                        check(
                            corpus, ingress, (ScalarNode) host, "." + domain, out.about(ingress))));
      }
    }
  }

  /** Where cert-manager issues for each host, it may have any number of labels. */
  private static boolean isByWildcard(Resource platform) {
    return NodeValues.isSet(platform.at("spec", "exposure", "ingress"))
        && NodeValues.isSet(platform.at("spec", "exposure", "domain"))
        && !NodeValues.isSet(platform.at("spec", "exposure", "ingress", "tls", "issuer"));
  }

  @Override
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    attachment
        .listener()
        .map(listener -> listener.textOrEmpty("hostname"))
        .filter(served -> served.startsWith("*."))
        .ifPresent(served ->
            attachment
                .route()
                .textsAt("spec", "hostnames")
                .forEach(
                    host -> check(corpus, attachment.route(), host, served.substring(1), out)));
  }

  private static void check(
      Corpus corpus, Resource route, ScalarNode host, String base, Findings out) {
    boolean below =
        host.text().endsWith(base)
            && PreviewScope.isPreview(route)
            && !TemplateText.isTemplated(host.text());
    String label = below ? host.text().substring(0, host.text().length() - base.length()) : "";
    if (label.contains(".") && !isCovered(corpus, host.text())) {
      out.add(host, "`" + label + "` is more than one label below `" + base.substring(1) + "`");
    }
  }

  /** Whether a platform says that a certificate has a wildcard for it. */
  private static boolean isCovered(Corpus corpus, String host) {
    String parent = host.substring(host.indexOf('.') + 1);
    return corpus.of(GroupKind.PLATFORM).stream()
        .flatMap(it -> it.textsAt("spec", "exposure", "wildcards").stream())
        .anyMatch(wildcard -> wildcard.text().equals(parent));
  }
}
