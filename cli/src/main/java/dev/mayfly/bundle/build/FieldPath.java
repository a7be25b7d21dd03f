package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A path as kustomize's replacements write it: {@code spec.containers.[name=app].image}, with
 * {@code *} for every item and {@code \.} for a dot inside a key (kustomize reference,
 * "replacements").
 */
record FieldPath(List<String> steps) {
  static FieldPath parse(String text) {
    List<String> steps = new ArrayList<>();
    StringBuilder step = new StringBuilder();
    boolean bracket = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        step.append(text.charAt(++i));
      } else if (c == '.' && !bracket) {
        steps.add(step.toString());
        step.setLength(0);
      } else {
        bracket = c == '[' || (bracket && c != ']');
        step.append(c);
      }
    }
    steps.add(step.toString());
    return new FieldPath(List.copyOf(steps));
  }

  /** Every value that the path leads to. */
  List<Node> find(Node root) {
    List<Node> found = new ArrayList<>();
    edit(
        root,
        node -> {
          found.add(node);
          return node;
        });
    return found;
  }

  /** The tree with every value that the path leads to changed; the same tree when there is none. */
  Node edit(Node root, UnaryOperator<Node> change) {
    return edit(root, 0, change);
  }

  private Node edit(Node node, int index, UnaryOperator<Node> change) {
    if (index == steps.size()) {
      return change.apply(node);
    }
    String step = steps.get(index);
    if (node instanceof MapNode map) {
      Node child = map.get(step);
      return child == null ? node : Nodes.with(map, step, edit(child, index + 1, change));
    }
    if (!(node instanceof ListNode list)) {
      return node;
    }
    ListNode edited = list;
    for (int i = 0; i < list.items().size(); i++) {
      if (selects(step, i, list.items().get(i))) {
        edited = Nodes.with(edited, i, edit(list.items().get(i), index + 1, change));
      }
    }
    return edited;
  }

  private static boolean selects(String step, int index, Node item) {
    if (step.equals("*") || step.equals(Integer.toString(index))) {
      return true;
    }
    int equals = step.indexOf('=');
    if (!step.startsWith("[") || !step.endsWith("]") || equals < 0) {
      return false;
    }
    @Nullable String value = item.textAt(step.substring(1, equals));
    return step.substring(equals + 1, step.length() - 1).equals(value);
  }
}
