package dev.mayfly.argocd.gotemplate;

import java.util.HashMap;
import java.util.Map;

/** Functions over numbers (Masterminds/sprig v3.3.0); whatever is no number counts as 0. */
final class NumberFunctions {
  static final Map<String, TemplateFunction> ALL = all();

  private NumberFunctions() {}

  private interface Step {
    long apply(long left, long right) throws TemplateStop;
  }

  private static Map<String, TemplateFunction> all() {
    Map<String, TemplateFunction> all = new HashMap<>();
    all.put("int", a -> GoValue.of(number(a.exactly(1).any(0))));
    all.put("int64", a -> wide(number(a.exactly(1).any(0))));
    all.put("float64", a -> new GoValue.Fraction(fraction(a.exactly(1).any(0))));
    all.put("atoi", a -> GoValue.of(parsed(a.exactly(1).text(0))));
    all.put("add1", a -> wide(number(a.exactly(1).any(0)) + 1));
    all.put("add", a -> a.count() == 0 ? wide(0) : fold(a, Long::sum));
    all.put("mul", a -> fold(a, (x, y) -> x * y));
    all.put("sub", a -> fold(a.exactly(2), (x, y) -> x - y));
    all.put("div", a -> fold(a.exactly(2), (x, y) -> x / notZero(y)));
    all.put("mod", a -> fold(a.exactly(2), (x, y) -> x % notZero(y)));
    all.put("max", a -> fold(a, Math::max));
    all.put("biggest", a -> fold(a, Math::max));
    all.put("min", a -> fold(a, Math::min));
    return all;
  }

  private static GoValue fold(Arguments a, Step step) throws TemplateStop {
    long result = number(a.atLeast(1).any(0));
    for (int i = 1; i < a.count(); i++) {
      result = step.apply(result, number(a.any(i)));
    }
    return wide(result);
  }

  /** Go takes an {@code int64} for no {@code int}: {@code trunc (sub 9 2) .x} fails there. */
  private static GoValue wide(long number) {
    return new GoValue.Whole(number, true);
  }

  private static long notZero(long number) throws TemplateStop {
    if (number == 0) {
      throw TemplateStop.failed("it divides by zero");
    }
    return number;
  }

  private static long number(GoValue value) throws TemplateStop {
    return switch (value) {
      case GoValue.Whole(long number, boolean ignored) -> number;
      case GoValue.Fraction(double number) -> (long) number;
      case GoValue.Bool(boolean truth) -> truth ? 1 : 0;
      case GoValue.Text(String text) -> castText(text);
      default -> 0;
    };
  }

  /** spf13/cast reads a decimal with leading zeros; its other forms are not computed. */
  private static long castText(String text) throws TemplateStop {
    if (text.matches("-?[0-9]{1,18}")) {
      return Long.parseLong(text);
    }
    if (text.matches("[-+0-9.].*")) {
      throw TemplateStop.unverifiable("`" + text + "` as a number");
    }
    return 0;
  }

  private static double fraction(GoValue value) throws TemplateStop {
    return value instanceof GoValue.Fraction(double number) ? number : number(value);
  }

  private static long parsed(String text) {
    return text.matches("[-+]?[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
