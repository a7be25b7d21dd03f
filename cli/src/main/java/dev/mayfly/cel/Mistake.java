package dev.mayfly.cel;

/** What a text lacks to be an expression, and where. */
final class Mistake extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Reading.Use use;

  Mistake(String message, int offset) {
    super(message);
    this.use = new Reading.Use(message, offset);
  }

  Reading.Use use() {
    return use;
  }
}
