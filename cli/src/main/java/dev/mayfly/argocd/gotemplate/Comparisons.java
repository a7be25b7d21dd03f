package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Go's {@code eq} and {@code lt}: values of different kinds are an error, not different. */
final class Comparisons {
  private Comparisons() {}

  static boolean isAnyEqual(Arguments a) throws TemplateStop {
    for (int i = 1; i < a.count(); i++) {
      if (isEqual(a.get(0), a.get(i))) {
        return true;
      }
    }
    return false;
  }

  static boolean isEqual(GoValue one, GoValue other) throws TemplateStop {
    if (one.isNil() || other.isNil()) {
      return one.isNil() && other.isNil();
    }
    if (isCollection(one) || isCollection(other)) {
      throw TemplateStop.failed("lists and maps cannot be compared");
    }
    if (one.getClass() != other.getClass()) {
      throw incompatible(one, other);
    }
    return one instanceof GoValue.Whole(long a, boolean ignored1)
            && other instanceof GoValue.Whole(long b, boolean ignored2)
        ? a == b
        : one.equals(other);
  }

  static boolean isLess(GoValue one, GoValue other) throws TemplateStop {
    if (one instanceof GoValue.Text(String a) && other instanceof GoValue.Text(String b)) {
      return compareBytes(a, b) < 0;
    }
    if (one instanceof GoValue.Whole(long a, boolean ignored1)
        && other instanceof GoValue.Whole(long b, boolean ignored2)) {
      return a < b;
    }
    if (one instanceof GoValue.Fraction(double a) && other instanceof GoValue.Fraction(double b)) {
      return a < b;
    }
    throw incompatible(one, other);
  }

  /** Go orders strings by their UTF-8 bytes. */
  static int compareBytes(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isCollection(GoValue value) {
    return value instanceof GoValue.Items || value instanceof GoValue.Entries;
  }

  private static TemplateStop incompatible(GoValue one, GoValue other) {
    return TemplateStop.failed("a " + one.type() + " cannot be compared with a " + other.type());
  }
}
