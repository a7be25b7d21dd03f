package dev.mayfly.argocd.jq;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Re2Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What conditions ask of values (itchyny/gojq, {@code func.go} and {@code compare.go}). */
final class JqCondition {
  /** Functions of a value and one argument. */
  static final Map<String, JqQuery.Operation> OF_TWO =
      Map.of(
          "has", (value, key) -> GoValue.of(has(value, key)),
          "test", (value, expression) -> GoValue.of(isFound(text(value), text(expression))),
          "startswith", (value, part) -> GoValue.of(text(value).startsWith(text(part))),
          "endswith", (value, part) -> GoValue.of(text(value).endsWith(text(part))),
          "contains", (value, part) -> GoValue.of(contains(value, part)));

  private static final List<String> TYPES =
      List.of("null", "boolean", "number", "string", "array", "object");

  private JqCondition() {}

  /** {@code null} and {@code false} are not true, and nothing else. */
  static boolean isTrue(JqFound found) {
    return !found.value().isNil() && !found.value().equals(GoValue.of(false));
  }

  static String type(GoValue value) {
    return TYPES.get(rank(value));
  }

  private static int rank(GoValue value) {
    return switch (value) {
      case GoValue.Bool ignored -> 1;
      case GoValue.Fraction ignored -> 2;
      case GoValue.Text ignored -> 3;
      case GoValue.Items ignored -> 4;
      case GoValue.Entries ignored -> 5;
      default -> 0;
    };
  }

  private static String text(GoValue value) throws JqStop {
    if (value instanceof GoValue.Text(String text)) {
      return text;
    }
    throw JqStop.failed("a text is asked for");
  }

  private static boolean has(GoValue value, GoValue key) throws JqStop {
    if (value instanceof GoValue.Entries map && key instanceof GoValue.Text(String name)) {
      return map.values().containsKey(name);
    }
    if (value instanceof GoValue.Items list && key instanceof GoValue.Fraction(double index)) {
      return (long) index >= 0 && (long) index < list.values().size();
    }
    if (value.isNil()) {
      return false;
    }
    throw JqStop.failed("it has no such keys");
  }

  private static boolean contains(GoValue whole, GoValue part) throws JqStop {
    if (whole instanceof GoValue.Text(String a) && part instanceof GoValue.Text(String b)) {
      return a.contains(b);
    }
    throw JqStop.undecided("asks for what a list or a map contains");
  }

  private static boolean isFound(String text, String expression) throws JqStop {
    Optional<String> exceeded = Re2Bounds.exceeded(expression);
    if (exceeded.isPresent()) {
      throw JqStop.undecided("has a regular expression that is not tried: " + exceeded.get());
    }
    try {
      return Pattern.compile(expression).matcher(text).find();
    } catch (PatternSyntaxException e) {
      throw JqStop.undecided("has a regular expression that is not read");
    }
  }

  /** Whether one stands to the other as an operator says: values of any two types do. */
  static boolean isOrdered(String operator, GoValue one, GoValue other) throws JqStop {
    int order = compare(one, other);
    return switch (operator) {
      case "==" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static int compare(GoValue one, GoValue other) throws JqStop {
    if (rank(one) != rank(other)) {
      return Integer.compare(rank(one), rank(other));
    }
    return switch (one) {
      case GoValue.Fraction(double a) when other instanceof GoValue.Fraction(double b) ->
          Double.compare(a + 0.0, b + 0.0);
      case GoValue.Bool(boolean a) when other instanceof GoValue.Bool(boolean b) ->
          Boolean.compare(a, b);
      case GoValue.Text(String a) when other instanceof GoValue.Text(String b) ->
          Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
      case GoValue.Items ignored -> throw JqStop.undecided("compares lists");
      case GoValue.Entries ignored -> throw JqStop.undecided("compares maps");
      default -> 0;
    };
  }
}
