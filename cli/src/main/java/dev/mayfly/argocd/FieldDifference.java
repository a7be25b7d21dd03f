package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of two objects differ, by their paths. What Go leaves out when it writes (nothing,
 * false, zero, and what is empty) is the same as what is not there, but where Argo CD's types hold
 * a pointer ({@code pkg/apis/application/v1alpha1/types.go} of 3.4 and 3.5) or a text that nobody
 * decodes: there {@code false} is something.
 */
final class FieldDifference {
  private static final Set<String> POINTERS =
      Set.of(
          "automated",
          "prune",
          "selfHeal",
          "allowEmpty",
          "enabled",
          "retry",
          "backoff",
          "factor",
          "managedNamespaceMetadata",
          "revisionHistoryLimit");

  private final SortedSet<String> paths = new TreeSet<>();

  private FieldDifference() {}

  static SortedSet<String> of(String path, @Nullable Node before, @Nullable Node after) {
    return of(path, value(before), value(after));
  }

  static SortedSet<String> of(String path, GoValue before, GoValue after) {
    FieldDifference difference = new FieldDifference();
    difference.compare(path, before, after);
    return difference.paths;
  }

  static GoValue value(@Nullable Node node) {
    return node == null ? GoValue.NIL : GoYaml.value(node);
  }

  private void compare(String path, GoValue before, GoValue after) {
    if (before instanceof GoValue.Entries old && after instanceof GoValue.Entries fresh) {
      TreeSet<String> keys = new TreeSet<>(old.values().keySet());
      keys.addAll(fresh.values().keySet());
      for (String key : keys) {
        compare(
            path + "." + key,
            old.values().getOrDefault(key, GoValue.NIL),
            fresh.values().getOrDefault(key, GoValue.NIL));
      }
    } else if (before instanceof GoValue.Items old
        && after instanceof GoValue.Items fresh
        && old.values().size() == fresh.values().size()) {
      for (int i = 0; i < old.values().size(); i++) {
        compare(path + "[" + i + "]", old.values().get(i), fresh.values().get(i));
      }
    } else if (!before.equals(after) && (isPointer(path) || !(isZero(before) && isZero(after)))) {
      paths.add(path);
    }
  }

  private static boolean isPointer(String path) {
    return path.startsWith("spec.")
        && (path.contains(".valuesObject.")
            || POINTERS.contains(path.substring(path.lastIndexOf('.') + 1)));
  }

  private static boolean isZero(GoValue value) {
    return switch (value) {
      case GoValue.Nil ignored -> true;
      case GoValue.Absent ignored -> true;
      case GoValue.Text(String text) -> text.isEmpty();
      case GoValue.Bool(boolean flag) -> !flag;
      case GoValue.Whole(long number, boolean ignored) -> number == 0;
      case GoValue.Fraction(double number) -> number == 0;
      case GoValue.Items(List<GoValue> values, boolean ignored) -> values.isEmpty();
      case GoValue.Entries(var values, boolean ignored) ->
          new TreeMap<>(values).values().stream().allMatch(FieldDifference::isZero);
      default -> false;
    };
  }
}
