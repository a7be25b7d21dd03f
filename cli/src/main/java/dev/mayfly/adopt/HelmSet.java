package dev.mayfly.adopt;

import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in {@code helm --set}: a name of keys and places in lists, and a value. */
final class HelmSet {
  private static final int DEEPEST = 24;
  private static final Pattern STEP =
      Pattern.compile("((?:\\\\.|[^.\\[\\]\\\\])+)((?:\\[[0-9]{1,3}\\])*)(?:\\.|$)");

  private HelmSet() {}

  /** Puts a value where the name says; false for a name that leads nowhere. */
  static boolean put(Draft.Fields values, String name, Draft leaf) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(name);
    int end = 0;
    while (end < name.length() && step.find(end) && step.start() == end) {
      steps.add(step.group(1).replaceAll("\\\\(.)", "$1"));
      for (String index : step.group(2).replace("[", "").split("]")) {
        if (!index.isEmpty()) {
          steps.add(Integer.parseInt(index));
        }
      }
      end = step.end();
    }
    boolean whole = end == name.length() && !name.endsWith(".") && !steps.isEmpty();
    return whole && steps.size() <= DEEPEST && put(values, steps, leaf);
  }

  private static boolean put(Draft at, List<Object> steps, Draft leaf) {
    Object step = steps.getFirst();
    boolean last = steps.size() == 1;
    if (at instanceof Draft.Fields fields && step instanceof String key) {
      Draft below = last ? leaf : next(fields.entries().get(key), steps.get(1));
      fields.entries().put(key, below);
      return last || put(below, steps.subList(1, steps.size()), leaf);
    }
    if (at instanceof Draft.Items items && step instanceof Integer index) {
      // A place behind the end would be filled up with nulls, which a chart seldom survives.
      if (index > items.items().size()) {
        return false;
      }
      boolean there = index < items.items().size();
      Draft below = last ? leaf : next(there ? items.items().get(index) : null, steps.get(1));
      if (there) {
        items.items().set(index, below);
      } else {
        items.add(below);
      }
      return last || put(below, steps.subList(1, steps.size()), leaf);
    }
    return false;
  }

  private static Draft next(@Nullable Draft there, Object step) {
    if (step instanceof String) {
      return there instanceof Draft.Fields fields ? fields : new Draft.Fields();
    }
    return there instanceof Draft.Items items ? items : new Draft.Items();
  }

  /**
   * A value (Helm, {@code pkg/strvals}).
   *
   * @param string as {@code --set-string} has it
   */
  static Tree value(String value, boolean string) {
    if (value.length() > 1 && value.startsWith("{") && value.endsWith("}")) {
      String inside = value.substring(1, value.length() - 1);
      List<String> items = Arrays.asList(inside.split("(?<!\\\\),", -1));
      return new Tree.Sequence(items.stream().map(item -> one(item, string)).toList());
    }
    return one(value, string);
  }

  private static Tree one(String value, boolean string) {
    String text = value.replaceAll("(?s)\\\\(.)", "$1");
    if (!string && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
      return new Tree.Bool(text.equalsIgnoreCase("true"));
    }
    if (!string && text.equalsIgnoreCase("null")) {
      return new Tree.Null();
    }
    // A zero in front makes it a string, so that 0123 keeps its digits.
    return !string
            && text.matches("0|[-+]?[0-9]{1,18}")
            && (text.length() == 1 || text.charAt(0) != '0')
        ? new Tree.Number(Long.parseLong(text))
        : new Tree.Text(text);
  }
}
