package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a set lets others change in its Applications ({@code ignoreApplicationDifferences}; Argo CD
 * docs, "Controlling if/when the ApplicationSet controller modifies Application resources").
 *
 * @param pointers JSON pointers below the Application, as their parts
 * @param unknown expressions of jq, which nobody evaluates here
 */
record IgnoredFields(List<List<String>> pointers, List<String> unknown) {
  static IgnoredFields of(Node set, String application) {
    List<List<String>> pointers = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    if (set.at("spec", "ignoreApplicationDifferences") instanceof ListNode list) {
      for (Node item : list.items()) {
        String name = item.textAt("name");
        if (name == null || name.isEmpty() || name.equals(application)) {
          texts(item, "jsonPointers").stream()
              .filter(it -> it.startsWith("/"))
              .forEach(it -> pointers.add(parts(it)));
          texts(item, "jqPathExpressions")
              .forEach(it -> unknown.add("`" + Shown.value(it) + "` is not evaluated here"));
        }
      }
    }
    return new IgnoredFields(List.copyOf(pointers), List.copyOf(unknown));
  }

  private static List<String> texts(Node item, String field) {
    List<String> texts = new ArrayList<>();
    if (item.at(field) instanceof ListNode list) {
      list.items().forEach(it -> texts.add(it instanceof ScalarNode text ? text.text() : ""));
    }
    return texts;
  }

  /** RFC 6901: a slash in a key is written {@code ~1}, a tilde {@code ~0}. */
  private static List<String> parts(String pointer) {
    return List.of(pointer.substring(1).split("/", -1)).stream()
        .map(part -> part.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  /** An Application without what is ignored in it, one after the other. */
  GoValue without(GoValue application) {
    GoValue left = application;
    for (List<String> pointer : pointers) {
      left = ValuePaths.without(left, pointer);
    }
    return left;
  }

  /**
   * What goes all the same with a change beside it: a list is written as a whole, and without what
   * is ignored in it (Argo CD docs, "Limitations of ignoreApplicationDifferences").
   */
  List<String> lost(GoValue live, Iterable<String> changed) {
    List<String> lost = new ArrayList<>();
    for (List<String> pointer : pointers) {
      String path = FieldDifference.path(pointer);
      String list = FieldDifference.list(path);
      if (!list.isEmpty() && !ValuePaths.at(live, pointer).isNil()) {
        for (String each : changed) {
          if (each.equals(list) || each.startsWith(list + "[")) {
            lost.add(path);
          }
        }
      }
    }
    return lost;
  }
}
