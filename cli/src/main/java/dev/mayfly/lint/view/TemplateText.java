package dev.mayfly.lint.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be told of a text with <code>{{ }}</code> actions without running it. */
public final class TemplateText {
  private static final Pattern ACTION = Pattern.compile("\\{\\{(-?)([^{}]*)(-?)}}");
  private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<![\\w)\\]$])\\$?\\.([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)");
  private static final Pattern PLAIN = Pattern.compile("\\s*\\.([A-Za-z_][\\w.]*)\\s*");
  private static final Pattern REBINDING =
      Pattern.compile("^\\s*(range|with|define|template|block)\\b");
  private static final Pattern UNDECIDED = Pattern.compile("\\{\\{|\\$\\{|\\$\\(|<%|\\{%");

  private TemplateText() {}

  /** Whether some engine still has to fill the text in, so that its final value is not known. */
  public static boolean isTemplated(String text) {
    return UNDECIDED.matcher(text).find();
  }

  public static boolean hasActions(String text) {
    return text.contains("{{");
  }

  /** Whether every action is closed, and none is closed twice. */
  public static boolean isBalanced(String text) {
    String rest = ACTION.matcher(LITERAL.matcher(text).replaceAll("")).replaceAll("");
    return !rest.contains("{{");
  }

  /** The insides of all actions, without string literals: names in quotes are no references. */
  public static List<String> actions(String text) {
    List<String> actions = new ArrayList<>();
    Matcher matcher = ACTION.matcher(text);
    while (matcher.find()) {
      actions.add(LITERAL.matcher(matcher.group(2)).replaceAll("\"\""));
    }
    return actions;
  }

  /** The parameters that actions refer to from the root, such as {@code number}. */
  public static Set<String> references(String text) {
    Set<String> references = new LinkedHashSet<>();
    for (String action : actions(text)) {
      Matcher matcher = REFERENCE.matcher(action);
      while (matcher.find()) {
        references.add(matcher.group(1));
      }
    }
    return references;
  }

  /** Whether {@code range}, {@code with} or a nested template changes what the dot means. */
  public static boolean rebindsDot(String text) {
    return actions(text).stream().anyMatch(action -> REBINDING.matcher(action).find());
  }

  /**
   * The text with every plain reference replaced; empty when an action is more than a plain
   * reference, or a parameter has no value here.
   */
  public static Optional<String> evaluate(String text, Map<String, String> values) {
    StringBuilder out = new StringBuilder();
    Matcher matcher = ACTION.matcher(text);
    int end = 0;
    while (matcher.find()) {
      Matcher plain = PLAIN.matcher(matcher.group(2));
      if (!plain.matches() || !values.containsKey(plain.group(1))) {
        return Optional.empty();
      }
      out.append(text, end, matcher.start()).append(values.get(plain.group(1)));
      end = matcher.end();
    }
    String result = out.append(text.substring(end)).toString();
    return isTemplated(result) ? Optional.empty() : Optional.of(result);
  }
}
