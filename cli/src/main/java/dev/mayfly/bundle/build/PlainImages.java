package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The digests that the Application sets: in every {@code image} of a list of containers or init
 * containers, wherever that list stands (kustomize source, api/filters/imagetag). The name is a
 * regular expression there, and is taken for one here.
 */
final class PlainImages {
  private static final Set<String> LISTS = Set.of("containers", "initContainers");

  private final Map<String, String> digests;

  PlainImages(Map<String, String> digests) {
    this.digests = new TreeMap<>(digests);
  }

  MapNode apply(MapNode object) {
    return (MapNode) walk(object);
  }

  private Node walk(Node node) {
    return switch (node) {
      case MapNode map -> {
        MapNode changed = map;
        for (MapNode.Entry entry : map.entries()) {
          Node value = walk(entry.value());
          boolean list = LISTS.contains(entry.key().text());
          changed = changed.with(new MapNode.Entry(entry.key(), list ? containers(value) : value));
        }
        yield changed;
      }
      case ListNode list -> list.changed(this::walk);
      case ScalarNode scalar -> scalar;
    };
  }

  private Node containers(Node node) {
    return node instanceof ListNode list ? list.changed(this::pinned) : node;
  }

  private Node pinned(Node item) {
    if (!(item instanceof MapNode map && map.get("image") instanceof ScalarNode image)) {
      return item;
    }
    String text = image.text();
    for (Map.Entry<String, String> digest : digests.entrySet()) {
      String reference = digest.getKey() + "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?";
      if (text.matches(reference)) {
        text = digest.getKey() + "@" + digest.getValue();
      }
    }
    return map.with(List.of("image"), new ScalarNode(text, image.plain(), image.location()));
  }
}
