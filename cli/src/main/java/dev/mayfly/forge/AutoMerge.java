package dev.mayfly.forge;

/**
 * What became of the wish that the forge merges a change once its checks pass.
 *
 * @param reason why not, in the forge's words; empty when it was requested
 */
public record AutoMerge(boolean requested, String reason) {
  static final AutoMerge REQUESTED = new AutoMerge(true, "");

  static AutoMerge refused(ForgeException e) {
    return new AutoMerge(false, String.valueOf(e.getMessage()));
  }
}
