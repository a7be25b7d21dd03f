package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.manifest.HostPlace;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Two routes claim one host. */
public final class HostTwice implements CorpusRule {
  /** What routes attach to has their host too. */
  private static final Pattern LISTENER = Pattern.compile("Gateway|X?ListenerSet|Host");

  private static final Pattern TRAEFIK_HOST = Pattern.compile("Host\\(`([^`]+)`\\)");

  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, Resource> first = new HashMap<>();
    for (HostPlace place : HostPlace.ALL) {
      GroupKind kind = place.kind();
      if (place.leads() && !LISTENER.matcher(kind.kind()).matches()) {
        for (Resource route : corpus.of(new GroupKind(kind.group(), kind.kind()))) {
          place
              .hosts(route.root())
              .forEach(host -> claim(corpus, route, host.text(), host, first, out));
        }
      }
    }
    for (String group : HostPlace.TRAEFIK) {
      for (Resource route : corpus.of(new GroupKind(group, "IngressRoute"))) {
        route.mapsAt("spec", "routes").stream()
            .map(rule -> rule.get("match"))
            .filter(ScalarNode.class::isInstance)
            .map(ScalarNode.class::cast)
            .forEach(rule -> rule(corpus, route, rule, first, out));
      }
    }
  }

  private static void rule(
      Corpus corpus, Resource route, ScalarNode rule, Map<String, Resource> first, Findings out) {
    TRAEFIK_HOST
        .matcher(rule.text())
        .results()
        .map(host -> host.group(1))
        .distinct()
        .forEach(host -> claim(corpus, route, host, rule, first, out));
  }

  private static void claim(
      Corpus corpus,
      Resource route,
      String host,
      ScalarNode at,
      Map<String, Resource> first,
      Findings out) {
    if (host.isEmpty()) {
      return;
    }
    Resource other = first.putIfAbsent(host, route);
    boolean changed = corpus.mayChange(route, "namespace") || TemplateText.isTemplated(host);
    boolean previews =
        other != null && (PreviewScope.isPreview(route) || PreviewScope.isPreview(other));
    boolean same =
        other != null
            && PreviewScope.number(route).equals(PreviewScope.number(other))
            && route.namespace().equals(other.namespace());
    if (previews && !same && !changed) {
      out.about(route).add(at, "`" + host + "` is also claimed by " + other.title());
    }
  }
}
