package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The route that a bundle brings itself, as far as the set shows one: it patches an Ingress or one
 * of its kin, or gives a chart the host of one.
 */
record BundleRoute(GroupKind kind, Location at) {
  /** By the word that charts and patches call them by, the more telling word first. */
  private static final List<Map.Entry<String, GroupKind>> KINDS =
      List.of(
          Map.entry("ingressroute", new GroupKind("traefik.io", "IngressRoute")),
          Map.entry("httproute", GroupKind.HTTP_ROUTE),
          Map.entry("ingress", GroupKind.INGRESS));

  static Optional<BundleRoute> of(AppDraft app) {
    return patched(app).or(() -> given(app.values, false));
  }

  /** Whether it hangs on a Gateway, which admits to it. */
  boolean isOfGateway() {
    return kind.kind().equals("HTTPRoute");
  }

  private static Optional<BundleRoute> patched(AppDraft app) {
    for (Node patch : app.bundle().itemsAt("kustomize", "patches")) {
      String text = HandWritten.text(patch, "patch");
      String target = HandWritten.text(patch, "target", "kind").toLowerCase(Locale.ROOT);
      for (Map.Entry<String, GroupKind> known : KINDS) {
        boolean inside = text.lines().anyMatch(("kind: " + known.getValue().kind())::equals);
        if (Marks.in(text) && (target.equals(known.getKey()) || inside)) {
          return Optional.of(new BundleRoute(known.getValue(), patch.location()));
        }
      }
    }
    return Optional.empty();
  }

  /** The first host that a pull request decides, below a key that speaks of a route. */
  private static Optional<BundleRoute> given(Draft.Fields values, boolean off) {
    for (Map.Entry<String, Draft> entry : values.entries().entrySet()) {
      String key = entry.getKey().toLowerCase(Locale.ROOT);
      if (entry.getValue() instanceof Draft.Fields below) {
        boolean disabled = off || isOff(below);
        for (Map.Entry<String, GroupKind> known : KINDS) {
          Optional<Location> host = key.contains(known.getKey()) ? marked(below) : Optional.empty();
          if (host.isPresent() && !disabled) {
            return host.map(at -> new BundleRoute(known.getValue(), at));
          }
        }
        Optional<BundleRoute> deeper = given(below, disabled);
        if (deeper.isPresent()) {
          return deeper;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether values switch off what they are about. */
  static boolean isOff(Draft.Fields values) {
    return values.entries().get("enabled") instanceof Draft.Leaf(Tree tree, Origin ignored)
        && (tree.equals(new Tree.Bool(false)) || tree.equals(new Tree.Text("false")));
  }

  private static Optional<Location> marked(Draft draft) {
    return switch (draft) {
      case Draft.Leaf(Tree.Text(String text), Origin.From(Location at, String ignored))
          when Marks.in(text) && HostMapping.isHost(text) ->
          Optional.of(at);
      case Draft.Leaf ignored -> Optional.empty();
      case Draft.Items(List<Draft> items) ->
          items.stream().flatMap(item -> marked(item).stream()).findFirst();
      case Draft.Fields(Map<String, Draft> entries) ->
          entries.values().stream().flatMap(value -> marked(value).stream()).findFirst();
    };
  }
}
