package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code images} field: it changes {@code image} in every list of containers or init
 * containers, wherever that list stands (kustomize source, api/filters/imagetag).
 */
final class KustomizeImages {
  private static final Set<String> LISTS = Set.of("containers", "initContainers");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<name>[^@]*?)(?<tag>:[A-Za-z0-9_.{}-]*)?(?<digest>@sha256:[A-Za-z0-9_.{}-]*)?");

  private KustomizeImages() {}

  static Node apply(Node node, List<Node> images) {
    return images.isEmpty() ? node : apply(node, images, false);
  }

  private static Node apply(Node node, List<Node> images, boolean container) {
    return switch (node) {
      case MapNode map -> {
        List<MapNode.Entry> entries = new ArrayList<>();
        for (MapNode.Entry entry : map.entries()) {
          entries.add(new MapNode.Entry(entry.key(), value(entry, images, container)));
        }
        yield new MapNode(entries, map.location());
      }
      case ListNode list ->
          new ListNode(
              list.items().stream().map(item -> apply(item, images, container)).toList(),
              list.location());
      case ScalarNode scalar -> scalar;
    };
  }

  private static Node value(MapNode.Entry entry, List<Node> images, boolean container) {
    String key = entry.key().text();
    if (container && key.equals("image") && entry.value() instanceof ScalarNode image) {
      return changed(image, images);
    }
    return apply(entry.value(), images, LISTS.contains(key) && entry.value() instanceof ListNode);
  }

  private static ScalarNode changed(ScalarNode image, List<Node> images) {
    String text = image.text();
    for (Node change : images) {
      Matcher reference = REFERENCE.matcher(text);
      if (reference.matches() && reference.group("name").equals(change.textAt("name"))) {
        text = changed(reference, change);
      }
    }
    return text.equals(image.text()) ? image : new ScalarNode(text, false, image.location());
  }

  private static String changed(Matcher old, Node change) {
    @Nullable String newName = change.textAt("newName");
    @Nullable String newTag = change.textAt("newTag");
    @Nullable String digest = change.textAt("digest");
    String name = newName == null ? old.group("name") : newName;
    if (newTag != null && digest != null) {
      return name + ":" + newTag + "@" + digest;
    }
    if (newTag != null) {
      return name + ":" + newTag;
    }
    if (digest != null) {
      return name + "@" + digest;
    }
    return name
        + Optional.ofNullable(old.group("tag")).orElse("")
        + Optional.ofNullable(old.group("digest")).orElse("");
  }
}
