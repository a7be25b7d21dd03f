package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.jq.JqDeletion;
import dev.mayfly.argocd.jq.JqStop;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * What a set lets others change in its Applications ({@code ignoreApplicationDifferences}; Argo CD
 * docs, "Controlling if/when the ApplicationSet controller modifies Application resources").
 *
 * @param rules what pointers and expressions take out of an Application, in their order
 * @param pointers those that are pointers
 */
record IgnoredFields(Node application, List<Rule> rules, Set<List<String>> pointers) {
  /** Leads to what goes. */
  interface Rule {
    List<List<String>> paths(GoValue.Entries application) throws JqStop;
  }

  /** What a set ignores in an Application that is there. */
  static IgnoredFields of(Node set, Node application) {
    List<Rule> rules = new ArrayList<>();
    Set<List<String>> pointers = new HashSet<>();
    for (Node item : set.itemsAt("spec", "ignoreApplicationDifferences")) {
      String name = item.textOrEmpty("name");
      if (name.isEmpty() || name.equals(application.textAt("metadata", "name"))) {
        for (String pointer : item.stringsAt("jsonPointers")) {
          List<String> parts = parts(pointer);
          rules.add(ignored -> parts.isEmpty() ? List.of() : List.of(parts));
          pointers.add(parts);
        }
        item.stringsAt("jqPathExpressions").forEach(it -> rules.add(expression(it)));
      }
    }
    return new IgnoredFields(application, rules, pointers);
  }

  private static Rule expression(String text) {
    return application -> {
      try {
        return JqDeletion.paths(text, application);
      } catch (JqStop stop) {
        throw stop.of(MessageText.value(text));
      }
    };
  }

  /** RFC 6901: a slash in a key is written {@code ~1}, a tilde {@code ~0}. */
  private static List<String> parts(String pointer) {
    return !pointer.startsWith("/")
        ? List.of()
        : List.of(pointer.substring(1).split("/", -1)).stream()
            .map(part -> part.replace("~1", "/").replace("~0", "~"))
            .toList();
  }

  /** What differs beside it; since 3.5 alone blocks stay that are empty without it. */
  SortedSet<String> differences(GoValue live, GoValue wanted, ReleaseLine argoCd) throws JqStop {
    GoValue left = without(live);
    GoValue right = without(wanted);
    if (!argoCd.equals(new ReleaseLine(3, 5))) {
      left = ComparedApplication.normalized(left);
      right = ComparedApplication.normalized(right);
    }
    SortedSet<String> fields = FieldDifference.of(left, right, argoCd);
    fields.addAll(lost(live, List.copyOf(fields)));
    return fields;
  }

  /** An Application without what is ignored in it, one after the other. */
  private GoValue without(GoValue compared) throws JqStop {
    GoValue.Entries left = TypedApplication.of(compared, application);
    for (Rule rule : rules) {
      for (List<String> path : rule.paths(left)) {
        left = (GoValue.Entries) ValuePaths.without(left, path);
      }
    }
    return left;
  }

  /**
   * What goes all the same with a change beside it: a list is written as a whole, and without what
   * is ignored in it (Argo CD docs, "Limitations of ignoreApplicationDifferences").
   */
  private List<String> lost(GoValue live, Iterable<String> changed) throws JqStop {
    List<String> lost = new ArrayList<>();
    for (Rule rule : rules) {
      for (List<String> pointer : rule.paths(TypedApplication.of(live, application))) {
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
    }
    return lost;
  }
}
