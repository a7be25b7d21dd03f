package dev.mayfly.git;

/**
 * How much of an untrusted tree is read before it is refused.
 *
 * @param entries files and directories together
 * @param depth directories below the starting point
 * @param fileBytes the largest single file
 * @param totalBytes all files together
 */
public record WalkBudget(int entries, int depth, int fileBytes, long totalBytes) {
  /** What a deploy bundle may have. */
  public static final WalkBudget BUNDLE = new WalkBudget(2_000, 16, 1 << 20, 16L << 20);
}
