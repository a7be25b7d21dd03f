package dev.mayfly.lint.view;

import dev.mayfly.argocd.gotemplate.Execution;
import dev.mayfly.argocd.gotemplate.FastTemplate;
import dev.mayfly.argocd.gotemplate.GoTemplate;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.MissingKey;
import dev.mayfly.lint.ForeignTemplates;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What can be told of a text with <code>{{ }}</code> actions without running it. */
public final class TemplateText {
  private static final Pattern ACTION = Pattern.compile("\\{\\{(-?)([^{}]*)(-?)}}");
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`");

  /** Parameters are not nested deeper. */
  private static final int DEPTH = 32;

  private TemplateText() {}

  /** Whether some engine still has to fill the text in, so that its final value is not known. */
  public static boolean isTemplated(String text) {
    return ForeignTemplates.isHole(text);
  }

  public static boolean hasActions(String text) {
    return text.contains("{{");
  }

  /** Whether every action is closed, and none is closed twice. */
  public static boolean isBalanced(String text) {
    // A blank for each: braces on both sides of one are not a pair.
    String rest = ACTION.matcher(LITERAL.matcher(text).replaceAll(" ")).replaceAll(" ");
    return !rest.contains("{{");
  }

  /**
   * The text with parameters filled in, as the engine of its set does; empty where a function says
   * what becomes of them, or one has no value here.
   *
   * @param values by name, steps joined with dots
   */
  static Optional<String> filled(String text, Map<String, String> values, boolean go) {
    Optional<String> filled = Optional.of(text);
    if (hasActions(text)) {
      filled = go ? filledByGo(text, values) : FastTemplate.render(text, texts(values));
    }
    return filled.filter(it -> !isTemplated(it));
  }

  /** What a function makes of a sample says little of other values. */
  private static Optional<String> filledByGo(String text, Map<String, String> values) {
    return GoTemplate.parse(text) instanceof GoTemplate template
            && template.calls().isEmpty()
            && template.references().stream().allMatch(it -> it.functions().isEmpty())
            && template.execute(nested(values, DEPTH), MissingKey.ERROR)
                instanceof Execution.Rendered(String rendered)
        ? Optional.of(rendered)
        : Optional.empty();
  }

  private static SortedMap<String, GoValue> texts(Map<String, String> values) {
    SortedMap<String, GoValue> texts = new TreeMap<>();
    values.forEach((name, value) -> texts.put(name, GoValue.of(value)));
    return texts;
  }

  private static GoValue nested(Map<String, String> values, int depth) {
    SortedMap<String, GoValue> all = new TreeMap<>();
    SortedMap<String, Map<String, String>> below = new TreeMap<>();
    values.forEach((name, value) -> {
      int dot = depth == 0 ? -1 : name.indexOf('.');
      if (dot < 0) {
        all.put(name, GoValue.of(value));
      } else {
        below
            .computeIfAbsent(name.substring(0, dot), key -> new TreeMap<>())
            .put(name.substring(dot + 1), value);
      }
    });
    below.forEach((name, inner) -> all.put(name, nested(inner, depth - 1)));
    return GoValue.map(all);
  }
}
