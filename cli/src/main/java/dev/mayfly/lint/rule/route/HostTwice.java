package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.NodeValues;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.Map;

/** Two routes claim one host. */
public final class HostTwice implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, Resource> first = new HashMap<>();
    for (Resource route : corpus.of(GroupKind.HTTP_ROUTE)) {
      NodeValues.texts(route.at("spec", "hostnames"))
          .forEach(host -> claim(corpus, route, host, first, out));
    }
    for (Resource ingress : corpus.of(GroupKind.INGRESS)) {
      NodeValues.maps(ingress.at("spec", "rules")).stream()
          .filter(rule -> rule.get("host") instanceof ScalarNode)
          .forEach(rule -> claim(corpus, ingress, (ScalarNode) rule.get("host"), first, out));
    }
  }

  private static void claim(
      Corpus corpus, Resource route, ScalarNode host, Map<String, Resource> first, Findings out) {
    Resource other = first.putIfAbsent(host.text(), route);
    boolean changed = corpus.mayChange(route, "namespace") || TemplateText.isTemplated(host.text());
    boolean previews =
        other != null && (PreviewScope.isPreview(route) || PreviewScope.isPreview(other));
    boolean same =
        other != null
            && PreviewScope.number(route).equals(PreviewScope.number(other))
            && route.namespace().equals(other.namespace());
    if (previews && !same && !changed) {
      out.about(route).add(host, "`" + host.text() + "` is also claimed by " + other.title());
    }
  }
}
