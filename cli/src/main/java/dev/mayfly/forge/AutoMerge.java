package dev.mayfly.forge;

/**
 * What became of the wish that the forge merges a change once its checks pass, as it was read back.
 *
 * @param reason why it was declined, in the forge's words; else empty
 */
public record AutoMerge(State state, String reason) {
  /** How it stands. */
  public enum State {
    MERGED,
    /** The forge merges it when nothing is missing any more. */
    SCHEDULED,
    DECLINED
  }

  static final AutoMerge MERGED = new AutoMerge(State.MERGED, "");
  static final AutoMerge SCHEDULED = new AutoMerge(State.SCHEDULED, "");

  static AutoMerge declined(String reason) {
    return new AutoMerge(State.DECLINED, reason);
  }
}
