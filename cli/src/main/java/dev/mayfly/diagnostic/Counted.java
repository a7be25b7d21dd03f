package dev.mayfly.diagnostic;

/** A number of things, as a sentence has it: {@code 1 file}, {@code 2 files}. */
public final class Counted {
  private Counted() {}

  public static String of(long number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
