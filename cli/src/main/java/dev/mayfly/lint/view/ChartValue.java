package dev.mayfly.lint.view;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value that a source gives its Helm chart, as a parameter, an object or a text.
 *
 * @param name with dots, and items in brackets: {@code ingress.hosts[0].host}
 * @param at the value, or the whole text that it stands in
 * @param place where to point
 * @param text the value as it is written, with its actions
 */
public record ChartValue(String name, ScalarNode at, Location place, String text) {
  private static final Pattern ACTION = Pattern.compile("\\{\\{[^{}]*}}");

  /** Stands for an action while a text is read: it is a word wherever it stands. */
  private static final Pattern MARK = Pattern.compile("zq([0-9]{1,6})qz");

  public static List<ChartValue> of(SourceView source) {
    List<ChartValue> values = ofFields(source);
    if (source.at("helm", "values") instanceof ScalarNode text) {
      List<String> actions = new ArrayList<>();
      documents(text, actions).forEach(it -> collect("", it, text, actions, values));
    }
    return values;
  }

  /** Those of parameters, and of the object of values. */
  static List<ChartValue> ofFields(SourceView source) {
    List<ChartValue> values = new ArrayList<>();
    for (MapNode parameter : source.mapsAt("helm", "parameters")) {
      if (parameter.get("value") instanceof ScalarNode value) {
        String name = parameter.textOrEmpty("name");
        values.add(new ChartValue(name, value, value.location(), value.text()));
      }
    }
    collect("", source.at("helm", "valuesObject"), null, List.of(), values);
    return values;
  }

  /** What a text of values holds, with words in place of its actions. */
  public static List<Node> documents(ScalarNode text) {
    return documents(text, new ArrayList<>());
  }

  private static List<Node> documents(ScalarNode text, List<String> actions) {
    String marked =
        ACTION
            .matcher(text.text())
            .replaceAll(it -> {
              actions.add(it.group());
              return "zq" + (actions.size() - 1) + "qz";
            });
    return GoDocument.read(new Source("values", marked)).documents();
  }

  /** Whether the value is filled in, so that it may differ from preview to preview. */
  public boolean isFilledIn() {
    return TemplateText.hasActions(text);
  }

  private static void collect(
      String name,
      @Nullable Node node,
      @Nullable ScalarNode whole,
      List<String> actions,
      List<ChartValue> values) {
    switch (node) {
      case MapNode map ->
          map.entries()
              .forEach(it ->
                  collect(
                      name.isEmpty() ? it.key().text() : name + "." + it.key().text(),
                      it.value(),
                      whole,
                      actions,
                      values));
      case ListNode list -> {
        for (int i = 0; i < list.items().size(); i++) {
          collect(name + "[" + i + "]", list.items().get(i), whole, actions, values);
        }
      }
      case ScalarNode scalar -> {
        String text = unmarked(scalar.text(), actions);
        values.add(
            whole == null
                ? new ChartValue(name, scalar, scalar.location(), text)
                : new ChartValue(
                    name, whole, TextPlace.of(whole, scalar.location().line(), text), text));
      }
      case null -> {}
    }
  }

  private static String unmarked(String text, List<String> actions) {
    return MARK.matcher(text)
        .replaceAll(it -> {
          int number = Integer.parseInt(it.group(1));
          return Matcher.quoteReplacement(
              number < actions.size() ? actions.get(number) : it.group());
        });
  }
}
