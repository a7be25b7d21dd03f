package dev.mayfly.argocd.gotemplate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Functions that give a {@code float64} (Masterminds/sprig v3.3.0, {@code numeric.go}). */
final class FractionFunctions {
  /** Digits that shopspring/decimal divides to. */
  private static final int DIGITS = 16;

  private FractionFunctions() {}

  static void addTo(FunctionTable all) {
    all.add("add1f", 1, a -> of(GoCast.decimal(a.any(0)).add(BigDecimal.ONE)));
    all.add("addf", a -> a.count() == 0 ? of(0) : fold(a, BigDecimal::add));
    all.add("subf", a -> fold(a, BigDecimal::subtract));
    all.add("mulf", a -> fold(a, BigDecimal::multiply));
    all.add("divf", a -> fold(a, FractionFunctions::quotient));
    all.add("maxf", a -> of(a.folded(GoCast::fraction, Math::max)));
    all.add("minf", a -> of(a.folded(GoCast::fraction, Math::min)));
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

  private static GoValue fold(Arguments a, Arguments.Step<BigDecimal> step) throws TemplateStop {
    return of(
        a.folded(
            GoCast::decimal,
            (left, right) -> {
              BigDecimal result = step.of(left, right);
              Meter.length(result.precision());
              return result;
            }));
  }

  private static BigDecimal quotient(BigDecimal left, BigDecimal right) throws TemplateStop {
    if (right.signum() == 0) {
      throw TemplateStop.failed("it divides by zero");
    }
    return left.divide(right, DIGITS, RoundingMode.HALF_UP);
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
