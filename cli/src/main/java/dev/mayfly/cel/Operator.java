package dev.mayfly.cel;

/** What stands between two expressions, and how tightly it binds them. */
enum Operator {
  OR("||", 1),
  AND("&&", 2),
  EQUAL("==", 3),
  UNEQUAL("!=", 3),
  IN("in", 3),
  PLUS("+", 4);

  private final String sign;
  private final int tightness;

  Operator(String sign, int tightness) {
    this.sign = sign;
    this.tightness = tightness;
  }

  String sign() {
    return sign;
  }

  int tightness() {
    return tightness;
  }
}
