package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Functions that give a {@code float64} (Masterminds/sprig v3.3.0, {@code numeric.go}). */
final class FractionFunctions {
  /** Digits that shopspring/decimal divides to. */
  private static final int DIGITS = 16;

  private FractionFunctions() {}

  private interface Step {
    BigDecimal apply(BigDecimal left, BigDecimal right) throws TemplateStop;
  }

  private interface Choice {
    double of(double left, double right);
  }

  static void addTo(FunctionTable all) {
    all.add("add1f", 1, a -> of(GoCast.decimal(a.any(0)).add(BigDecimal.ONE)));
    all.add("addf", a -> a.count() == 0 ? of(0) : fold(a, BigDecimal::add));
    all.add("subf", a -> fold(a, BigDecimal::subtract));
    all.add("mulf", a -> fold(a, BigDecimal::multiply));
    all.add("divf", a -> fold(a, FractionFunctions::quotient));
    all.add("maxf", a -> choose(a, Math::max));
    all.add("minf", a -> choose(a, Math::min));
    all.add("ceil", 1, a -> of(Math.ceil(GoCast.fraction(a.any(0)))));
    all.add("floor", 1, a -> of(Math.floor(GoCast.fraction(a.any(0)))));
    all.add("round", a -> of(round(a.between(2, 3))));
  }

  private static GoValue of(double number) {
    return new GoValue.Fraction(number);
  }

  private static GoValue of(BigDecimal number) {
    return of(number.doubleValue());
  }

  private static GoValue fold(Arguments a, Step step) throws TemplateStop {
    BigDecimal result = GoCast.decimal(a.atLeast(1).any(0));
    for (int i = 1; i < a.count(); i++) {
      result = step.apply(result, GoCast.decimal(a.any(i)));
      Meter.length(result.precision());
    }
    return of(result);
  }

  private static BigDecimal quotient(BigDecimal left, BigDecimal right) throws TemplateStop {
    if (right.signum() == 0) {
      throw TemplateStop.failed("it divides by zero");
    }
    return left.divide(right, DIGITS, RoundingMode.HALF_UP);
  }

  private static GoValue choose(Arguments a, Choice choice) throws TemplateStop {
    double result = GoCast.fraction(a.atLeast(1).any(0));
    for (int i = 1; i < a.count(); i++) {
      result = choice.of(result, GoCast.fraction(a.any(i)));
    }
    return of(result);
  }

  private static double round(Arguments a) throws TemplateStop {
    double on = 0.5;
    if (a.count() > 2) {
      on =
          switch (a.get(2)) {
            case GoValue.Fraction(double number) -> number;
            default -> throw a.wrong(2, "float64");
          };
    }
    double power = Math.pow(10, a.whole(1));
    double digit = power * GoCast.fraction(a.any(0));
    double rest = digit % 1;
    return (rest >= on ? Math.ceil(digit) : Math.floor(digit)) / power;
  }
}
