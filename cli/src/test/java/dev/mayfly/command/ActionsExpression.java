package dev.mayfly.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Computes an expression of GitHub Actions over contexts, as its documentation says: values of
 * different types are compared as numbers, texts without regard to case, and what is not there is
 * null.
 */
final class ActionsExpression {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*('(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_-]*|\\*|&&|\\|\\||==|!=|[!().,])");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, ?> contexts;
  private int at;

  private ActionsExpression(String text, Map<String, ?> contexts) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, text.length());
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalArgumentException("not understood: " + text.substring(end));
    }
    this.contexts = contexts;
  }

  /** The value of {@code if:}, with or without its braces. */
  static boolean holds(String text, Map<String, ?> contexts) {
    return isTrue(value(text.replaceAll("(?s)^\\s*\\$\\{\\{(.*)}}\\s*$", "$1"), contexts));
  }

  static @Nullable Object value(String text, Map<String, ?> contexts) {
    ActionsExpression expression = new ActionsExpression(text, contexts);
    Object value = expression.or();
    if (expression.at < expression.tokens.size()) {
      throw new IllegalArgumentException("too much: " + text);
    }
    return value;
  }

  private boolean next(String token) {
    boolean is = at < tokens.size() && tokens.get(at).equals(token);
    at += is ? 1 : 0;
    return is;
  }

  private @Nullable Object or() {
    Object left = and();
    while (next("||")) {
      Object right = and();
      left = isTrue(left) ? left : right;
    }
    return left;
  }

  private @Nullable Object and() {
    Object left = compared();
    while (next("&&")) {
      Object right = compared();
      left = isTrue(left) ? right : left;
    }
    return left;
  }

  private @Nullable Object compared() {
    Object left = operand();
    if (next("==")) {
      return same(left, operand());
    }
    return next("!=") ? !same(left, operand()) : left;
  }

  private @Nullable Object operand() {
    if (next("!")) {
      return !isTrue(operand());
    }
    if (next("(")) {
      Object inner = or();
      expect(")");
      return inner;
    }
    String token = tokens.get(at++);
    if (token.startsWith("'")) {
      return token.substring(1, token.length() - 1).replace("''", "'");
    }
    return next("(") ? call(token) : path(contexts.get(token));
  }

  private Object call(String name) {
    List<@Nullable Object> arguments = new ArrayList<>();
    while (!next(")")) {
      arguments.add(or());
      next(",");
    }
    return switch (name) {
      case "startsWith" -> text(arguments.get(0)).startsWith(text(arguments.get(1)));
      case "contains" ->
          arguments.get(0) instanceof List<?> list
              ? list.stream().anyMatch(item -> same(item, arguments.get(1)))
              : text(arguments.get(0)).contains(text(arguments.get(1)));
      case "cancelled" -> false;
      default -> throw new IllegalArgumentException("no function " + name);
    };
  }

  private @Nullable Object path(@Nullable Object value) {
    Object now = value;
    while (next(".")) {
      String key = tokens.get(at++);
      if (key.equals("*")) {
        expect(".");
        String each = tokens.get(at++);
        now = now instanceof List<?> list ? list.stream().map(it -> get(it, each)).toList() : null;
      } else {
        now = get(now, key);
      }
    }
    return now;
  }

  private static @Nullable Object get(@Nullable Object value, String key) {
    return value instanceof Map<?, ?> map ? map.get(key) : null;
  }

  private void expect(String token) {
    if (!next(token)) {
      throw new IllegalArgumentException("`" + token + "` is missing in " + tokens);
    }
  }

  private static boolean isTrue(@Nullable Object value) {
    return value != null && !value.equals(false) && !value.equals("");
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean same(@Nullable Object left, @Nullable Object right) {
    if (left instanceof String && right instanceof String) {
      return text(left).equals(text(right));
    }
    double one = number(left);
    return one == number(right);
  }

  private static double number(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Boolean truth -> truth ? 1 : 0;
      case String empty when empty.isBlank() -> 0;
      case Number number -> number.doubleValue();
      default -> Double.NaN;
    };
  }
}
