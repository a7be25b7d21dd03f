package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Copies of parsed trees with a part changed; what is kept keeps its place in its source. */
final class Nodes {
  private static final Pattern SETTLED =
      Pattern.compile("[A-Za-z/](?s:.*)|0|-?[1-9][0-9]{0,14}|[1-9][0-9]{0,9}(m|k|M|[KMGT]i)");

  private static final Set<String> OTHERWISE =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private Nodes() {}

  static ScalarNode text(String text, Location at) {
    return new ScalarNode(text, false, at);
  }

  /** The map with one entry put in place of the old one, or at its end. */
  static MapNode with(MapNode map, String key, Node value) {
    return map.with(MapNode.Entry.of(key, value));
  }

  /** The map with a value under a path of keys; maps on the way are made where they are missing. */
  static MapNode with(MapNode map, List<String> path, Node value) {
    if (path.size() == 1) {
      return with(map, path.getFirst(), value);
    }
    MapNode below =
        map.get(path.getFirst()) instanceof MapNode child
            ? child
            : new MapNode(List.of(), value.location());
    return with(map, path.getFirst(), with(below, path.subList(1, path.size()), value));
  }

  /**
   * The first scalar of a tree that kustomize may write in another way than it stands there: a
   * null, a number in another notation, a word that one reader takes for a boolean.
   */
  static Optional<ScalarNode> unsettled(Node node) {
    return switch (node) {
      case MapNode map ->
          map.entries().stream()
              .flatMap(entry -> Stream.of(entry.key(), entry.value()))
              .flatMap(child -> unsettled(child).stream())
              .findFirst();
      case ListNode list ->
          list.items().stream().flatMap(item -> unsettled(item).stream()).findFirst();
      case ScalarNode scalar -> isSettled(scalar) ? Optional.empty() : Optional.of(scalar);
    };
  }

  private static boolean isSettled(ScalarNode scalar) {
    return !scalar.plain() || SETTLED.matcher(scalar.text()).matches() && !isWord(scalar.text());
  }

  private static boolean isWord(String text) {
    return !text.equals("true")
        && !text.equals("false")
        && OTHERWISE.contains(text.toLowerCase(Locale.ROOT));
  }
}
