package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;

/** Functions over numbers (Masterminds/sprig v3.3.0); whatever is no number counts as 0. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void addTo(FunctionTable all) {
    all.add("int", 1, a -> GoValue.of(GoCast.whole(a.any(0))));
    all.add("int64", 1, a -> wide(GoCast.whole(a.any(0))));
    all.add("float64", 1, a -> new GoValue.Fraction(GoCast.fraction(a.any(0))));
    all.add("atoi", 1, a -> GoValue.of(GoCast.nearest(a.text(0))));
    all.add("add1", 1, a -> wide(GoCast.whole(a.any(0)) + 1));
    all.add("add", a -> a.count() == 0 ? wide(0) : fold(a, Long::sum));
    all.add("mul", a -> fold(a, (x, y) -> x * y));
    all.add("sub", 2, a -> fold(a, (x, y) -> x - y));
    all.add("div", 2, a -> fold(a, (x, y) -> x / notZero(y)));
    all.add("mod", 2, a -> fold(a, (x, y) -> x % notZero(y)));
    all.add("max", a -> fold(a, Math::max));
    all.add("biggest", a -> fold(a, Math::max));
    all.add("min", a -> fold(a, Math::min));
    all.add("toDecimal", 1, a -> wide(octal(Meter.print(a.any(0)))));
    all.add("seq", a -> GoValue.of(seq(a)));
    all.add("untilStep", 3, a -> steps(a.whole(0), a.whole(1), a.whole(2)));
  }

  private static GoValue fold(Arguments a, Arguments.Step<Long> step) throws TemplateStop {
    return wide(a.folded(GoCast::whole, step));
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

  private static long octal(String text) {
    try {
      return Long.parseLong(text, 8);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static GoValue steps(int start, int stop, int step) throws TemplateStop {
    long count = step == 0 ? 0 : Math.ceilDiv((long) stop - start, (long) step);
    int size = Meter.items(count);
    List<GoValue> numbers = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      numbers.add(GoValue.of(start + (long) i * step));
    }
    return GoValue.list(numbers);
  }

  private static String seq(Arguments a) throws TemplateStop {
    for (int i = 0; i < a.count(); i++) {
      a.whole(i);
    }
    if (a.count() == 0 || a.count() > 3) {
      return "";
    }
    int start = a.count() == 1 ? 1 : a.whole(0);
    int end = a.whole(a.count() - 1);
    int towards = end < start ? -1 : 1;
    int step = a.count() == 3 ? a.whole(1) : towards;
    String printed = Meter.print(steps(start, end + towards, step));
    return printed.substring(1, printed.length() - 1);
  }
}
