package dev.mayfly.argocd.gotemplate;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Functions by the names that templates call. */
final class FunctionTable {
  private final Map<String, OfValue> functions = new HashMap<>();

  /** A function that a template can call. */
  interface OfValue {
    GoValue call(Arguments arguments) throws TemplateStop;
  }

  /** A function that gives a string. */
  interface OfText {
    String call(Arguments arguments) throws TemplateStop;
  }

  /** What something adds to an empty table. */
  static Map<String, OfValue> of(Consumer<FunctionTable> functions) {
    FunctionTable table = new FunctionTable();
    functions.accept(table);
    return Map.copyOf(table.functions);
  }

  void add(String name, OfValue function) {
    functions.put(name, function);
  }

  /** One that takes so many arguments. */
  void add(String name, int count, OfValue function) {
    add(name, a -> function.call(a.exactly(count)));
  }

  void text(String name, int count, OfText function) {
    add(name, count, a -> GoValue.of(function.call(a)));
  }

  /** One of which sprig has a second, with a word before its name, that does the same here. */
  void addBoth(String word, String name, OfValue function) {
    add(name, function);
    add(word + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), function);
  }

  void addBoth(String name, OfValue function) {
    addBoth("must", name, function);
  }

  void addBoth(String name, int count, OfValue function) {
    addBoth(name, a -> function.call(a.exactly(count)));
  }
}
