package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A path as kustomize's replacements write it: {@code spec.containers.[name=app].image}. Indexes,
 * {@code *} and escapes are left to kustomize itself.
 */
record FieldPath(List<String> steps) {
  private static final String ITEM = "\\[[A-Za-z]+=[A-Za-z0-9./:_-]+]";
  private static final Pattern STEP = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*|" + ITEM);

  /** Empty for a path that has anything else in it. */
  static Optional<FieldPath> parse(String text) {
    List<String> steps = Arrays.asList(text.split("\\.(?![^\\[]*])", -1));
    return steps.stream().allMatch(step -> STEP.matcher(step).matches())
        ? Optional.of(new FieldPath(steps))
        : Optional.empty();
  }

  /** The one value that the path leads to. */
  Optional<Node> find(Node root) {
    Node node = root;
    for (String step : steps) {
      List<Node> found = below(node, step);
      if (found.size() != 1) {
        return Optional.empty();
      }
      node = found.getFirst();
    }
    return Optional.of(node);
  }

  private static List<Node> below(Node node, String step) {
    if (!step.startsWith("[")) {
      Node below = node.at(step);
      return below == null ? List.of() : List.of(below);
    }
    int equals = step.indexOf('=');
    String key = step.substring(1, equals);
    String value = step.substring(equals + 1, step.length() - 1);
    return Nodes.items(node).stream().filter(item -> value.equals(item.textAt(key))).toList();
  }

  /**
   * The tree with that value changed; empty where kustomize could mean another. In a target the
   * value of {@code [name=app]} is a regular expression that has to be found somewhere in the text
   * and in a comment behind it (kyaml source, PathMatcher), so only a list of one item is certain.
   */
  Optional<Node> edit(Node root, UnaryOperator<Node> change) {
    return edit(root, steps, change);
  }

  private static Optional<Node> edit(Node node, List<String> steps, UnaryOperator<Node> change) {
    if (steps.isEmpty()) {
      return Optional.of(change.apply(node));
    }
    List<Node> below = below(node, steps.getFirst());
    if (below.size() != 1) {
      return Optional.empty();
    }
    Optional<Node> child = edit(below.getFirst(), steps.subList(1, steps.size()), change);
    return switch (node) {
      case MapNode map -> child.map(changed -> Nodes.with(map, steps.getFirst(), changed));
      case ListNode list when list.items().size() == 1 && !steps.getFirst().contains(".") ->
          child.map(changed -> new ListNode(List.of(changed), list.location()));
      default -> Optional.empty();
    };
  }
}
