package dev.mayfly.adopt;

import dev.mayfly.yaml.Tree;
import java.util.Arrays;
import java.util.List;

/** A value of {@code helm --set} (Helm, {@code pkg/strvals}). */
final class SetValue {
  private SetValue() {}

  /**
   * @param string as {@code --set-string} has it
   */
  static Tree of(String value, boolean string) {
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
