package dev.mayfly.manifest;

import dev.mayfly.template.Text;
import dev.mayfly.template.Text.Hole;
import dev.mayfly.template.Text.Literal;
import java.util.ArrayList;
import java.util.List;

/** Names as expressions of the Common Expression Language, with the number in a variable. */
final class Cel {
  private Cel() {}

  /** A string literal. Names hold no quotes or backslashes. */
  static String string(String text) {
    return "'" + text + "'";
  }

  /** The name as a sum of literals and the variable {@code number}. */
  static String name(Text name) {
    List<String> terms = new ArrayList<>();
    name.parts()
        .forEach(
            part ->
                terms.add(
                    switch (part) {
                      case Literal(String text) -> string(text);
                      case Hole ignored -> "variables.number";
                    }));
    return String.join(" + ", terms);
  }

  /** An anchored RE2 expression for the name with any number. */
  static String pattern(Text name) {
    StringBuilder pattern = new StringBuilder();
    name.parts()
        .forEach(
            part ->
                pattern.append(
                    switch (part) {
                      case Literal(String text) -> text;
                      case Hole ignored -> "[0-9]+";
                    }));
    return pattern.toString();
  }

  /** What stands before the number. */
  static String prefix(Text name) {
    return name.parts().getFirst() instanceof Literal(String text) ? text : "";
  }
}
