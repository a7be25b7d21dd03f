package dev.mayfly.golden;

/** What a proof that tries very much leaves to {@code ./verify --full}. */
public final class FullRun {
  /** Whether this is one. */
  public static final boolean IS_THIS = Boolean.getBoolean("mayfly.full");

  private FullRun() {}

  /** Each of what is tried is tried in a full run, and one of so many in others. */
  public static int oneOf(int ordinary) {
    return IS_THIS ? 1 : ordinary;
  }

  /** How often something is tried that may be tried any number of times. */
  public static int times(int full, int ordinary) {
    return IS_THIS ? full : ordinary;
  }
}
