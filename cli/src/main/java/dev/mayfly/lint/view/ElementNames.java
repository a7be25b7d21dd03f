package dev.mayfly.lint.view;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a name becomes for each element that a list generator writes out. */
public final class ElementNames {
  private static final Pattern GO = Pattern.compile("\\{\\{-?\\s*\\.([A-Za-z_][\\w.]*)\\s*-?}}");
  private static final Pattern PLAIN = Pattern.compile("\\{\\{\\s*([A-Za-z_][\\w.-]*)\\s*}}");

  private ElementNames() {}

  /**
   * One text an element, with what other generators give left as it is; empty where it cannot be
   * told, as with a function, a selector, or elements that come from elsewhere.
   */
  public static Optional<List<String>> of(String name, Generator generator, boolean go) {
    boolean written = generator.is("list") && !generator.body().has("elementsYaml");
    if (!written || generator.entry().has("selector")) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (MapNode element : generator.body().mapsAt("elements")) {
      Map<String, String> values = new HashMap<>();
      texts("", element, values::put);
      String filled =
          (go ? GO : PLAIN)
              .matcher(name)
              .replaceAll(
                  it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), it.group())));
      names.add(filled);
    }
    boolean known =
        names.stream().noneMatch(it -> (go ? GO : PLAIN).matcher(it).replaceAll("").contains("{{"));
    return known ? Optional.of(names) : Optional.empty();
  }

  /** Tells every text below a map, by the keys on the way to it with dots between. */
  static void texts(String prefix, MapNode map, BiConsumer<String, String> told) {
    for (MapNode.Entry entry : map.entries()) {
      String name = prefix + entry.key().text();
      if (entry.value() instanceof MapNode below) {
        texts(name + ".", below, told);
      } else if (entry.value() instanceof ScalarNode scalar) {
        told.accept(name, scalar.text());
      }
    }
  }
}
