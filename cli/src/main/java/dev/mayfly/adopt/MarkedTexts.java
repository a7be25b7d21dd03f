package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;

/** Every value that a set gives to an app's bundle or tells a reader, in the order written. */
final class MarkedTexts {
  /**
   * One value under the last key of its path.
   *
   * @param off whether it belongs to something that the values switch off
   */
  record Marked(String key, Tree tree, Location at, boolean off) {}

  private final List<Marked> found = new ArrayList<>();

  private MarkedTexts() {}

  static List<Marked> of(AppDraft app) {
    MarkedTexts texts = new MarkedTexts();
    texts.draft("", app.values, false);
    for (Node source : app.sources()) {
      Node patches = source.at("kustomize", "patches");
      if (patches != null) {
        texts.node("", patches);
      }
    }
    if (app.application.at("metadata", "annotations") instanceof MapNode annotations) {
      annotations.entries().stream()
          .filter(e -> !SetProbe.isOurs(e.key().text()))
          .forEach(e -> texts.node(e.key().text(), e.value()));
    }
    return texts.found;
  }

  private void draft(String key, Draft draft, boolean off) {
    switch (draft) {
      case Draft.Leaf(Tree tree, Origin.From(Location at, String ignored)) ->
          found.add(new Marked(key, tree, at, off));
      case Draft.Leaf ignored -> {}
      case Draft.Items list -> list.items().forEach(item -> draft(key, item, off));
      case Draft.Fields fields ->
          fields
              .entries()
              .forEach((name, value) -> draft(name, value, off || BundleRoute.isOff(fields)));
    }
  }

  private void node(String key, Node node) {
    switch (node) {
      case ScalarNode scalar ->
          found.add(new Marked(key, new Tree.Text(scalar.text()), scalar.location(), false));
      case ListNode list -> list.items().forEach(item -> node(key, item));
      case MapNode map -> map.entries().forEach(e -> node(e.key().text(), e.value()));
    }
  }
}
