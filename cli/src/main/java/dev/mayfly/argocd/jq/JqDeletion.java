package dev.mayfly.argocd.jq;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an expression of jq takes out of an Application (itchyny/gojq, {@code delpaths}). */
public final class JqDeletion {
  private static final int LONGEST = 1 << 16;

  /** What nobody can be without. */
  private static final Set<List<String>> IDENTITY =
      Set.of(
          List.of(),
          List.of("kind"),
          List.of("apiVersion"),
          List.of("metadata"),
          List.of("metadata", "name"),
          List.of("metadata", "namespace"));

  private JqDeletion() {}

  /**
   * What goes, as keys and numbers of items, in an order in which one after the other may go; none
   * where jq fails, as Argo CD leaves the Application as it is then.
   *
   * @throws JqStop when the expression is none, holds what is not followed, or depends on what is
   *     not known
   */
  public static List<List<String>> paths(String expression, GoValue.Entries application)
      throws JqStop {
    if (expression.length() > LONGEST) {
      throw JqStop.undecided("is longer than " + LONGEST + " characters");
    }
    JqQuery query = JqParser.parse(expression);
    List<List<String>> paths = new ArrayList<>();
    try {
      query.each(JqFound.root(application), it -> it.addPaths(paths));
    } catch (JqStop stop) {
      if (!stop.fails) {
        throw stop;
      }
      return List.of();
    } catch (StackOverflowError deep) {
      throw JqStop.undecided("recurses too deeply");
    }
    if (paths.stream().anyMatch(IDENTITY::contains)) {
      throw JqStop.undecided("takes away what tells the Application from others");
    }
    return paths.stream().distinct().sorted(JqDeletion::fromTheEnd).toList();
  }

  /** Later items first, so that those before keep their numbers, and what is inside first. */
  private static int fromTheEnd(List<String> one, List<String> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = other.get(i).length() - one.get(i).length();
      order = order != 0 ? order : other.get(i).compareTo(one.get(i));
      if (order != 0) {
        return order;
      }
    }
    return other.size() - one.size();
  }
}
