package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.platform.ReleaseLine;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which fields of two Applications differ, by their paths, as {@code equality.Semantic} finds it
 * between Argo CD's types ({@code pkg/apis/application/v1alpha1/types.go} of 3.3 to 3.5). A zero
 * and what is not there are the same, but behind a pointer, as an entry of a map, and in {@code
 * valuesObject}, which is text.
 */
final class FieldDifference {
  private static final Set<String> POINTERS =
      Set.of(
          "source",
          "helm",
          "kustomize",
          "target",
          "directory",
          "plugin",
          "string",
          "map",
          "array",
          "sourceHydrator",
          "hydrateTo",
          "syncPolicy",
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

  private static final Set<String> MAPS =
      Set.of("labels", "annotations", "commonLabels", "commonAnnotations", "options", "map");

  /** Plain booleans before 3.4. */
  private static final Set<String> POINTERS_SINCE_3_4 = Set.of("prune", "selfHeal", "allowEmpty");

  private enum Of {
    STRUCT,
    MAP,
    TEXT
  }

  private final SortedSet<String> paths = new TreeSet<>();
  private final ReleaseLine argoCd;

  private FieldDifference(ReleaseLine argoCd) {
    this.argoCd = argoCd;
  }

  /** Of two Applications as {@link ComparedApplication} has them. */
  static SortedSet<String> of(GoValue before, GoValue after, ReleaseLine argoCd) {
    FieldDifference difference = new FieldDifference(argoCd);
    difference.inside("", before, after, Of.STRUCT);
    return difference.paths;
  }

  private void inside(String path, GoValue before, GoValue after, Of of) {
    TreeMap<String, GoValue> old = entries(before);
    TreeMap<String, GoValue> fresh = entries(after);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(fresh.keySet());
    for (String key : keys) {
      boolean one = old.containsKey(key) != fresh.containsKey(key);
      String to = path.isEmpty() ? key : path + "." + key;
      if (one && of != Of.STRUCT) {
        paths.add(to);
      } else {
        GoValue was = old.getOrDefault(key, GoValue.NIL);
        GoValue is = fresh.getOrDefault(key, GoValue.NIL);
        if (of == Of.STRUCT) {
          field(to, key, was, is);
        } else {
          value(to, was, is, of);
        }
      }
    }
  }

  private void field(String path, String name, GoValue before, GoValue after) {
    boolean isText = name.equals("valuesObject");
    boolean plain = POINTERS_SINCE_3_4.contains(name) && !argoCd.isAtLeast(3, 4);
    if (isPointer(name) && !plain && before.isNil() != after.isNil()) {
      paths.add(path);
    } else {
      value(path, before, after, isText ? Of.TEXT : MAPS.contains(name) ? Of.MAP : Of.STRUCT);
    }
  }

  private void value(String path, GoValue before, GoValue after, Of of) {
    boolean maps = before instanceof GoValue.Entries && after instanceof GoValue.Entries;
    boolean one =
        (before instanceof GoValue.Entries && after.isNil())
            || (after instanceof GoValue.Entries && before.isNil());
    if (maps || (one && of != Of.TEXT)) {
      inside(path, before, after, of);
    } else if (before instanceof GoValue.Items old
        && after instanceof GoValue.Items fresh
        && old.values().size() == fresh.values().size()
        && old.values().stream().allMatch(GoValue.Entries.class::isInstance)) {
      for (int i = 0; i < old.values().size(); i++) {
        value(path + "[" + i + "]", old.values().get(i), fresh.values().get(i), of);
      }
    } else if (!before.equals(after) && (of == Of.TEXT || before.isTrue() || after.isTrue())) {
      paths.add(path);
    }
  }

  private static TreeMap<String, GoValue> entries(GoValue value) {
    return value instanceof GoValue.Entries map ? new TreeMap<>(map.values()) : new TreeMap<>();
  }

  /** Whether nothing differs from a zero there. */
  static boolean isPointer(String field) {
    return POINTERS.contains(field) || field.equals("valuesObject");
  }

  /** Whether the keys there are anybody's. */
  static boolean isFree(String field) {
    return MAPS.contains(field) || field.equals("valuesObject");
  }

  /** The list that a path leads into first; empty where it leads into none. */
  static String list(String path) {
    return path.substring(0, Math.max(0, path.indexOf('[')));
  }

  /** The path of a pointer, as here. */
  static String path(List<String> pointer) {
    StringBuilder path = new StringBuilder();
    for (String part : pointer) {
      if (part.matches("[0-9]+")) {
        path.append('[').append(part).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(part);
      }
    }
    return path.toString();
  }
}
