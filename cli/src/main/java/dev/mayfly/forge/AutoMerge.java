package dev.mayfly.forge;

/**
 * What became of the wish that the forge merges a change once its checks pass.
 *
 * @param reason why not, in the forge's words; empty when it was requested
 */
public record AutoMerge(boolean requested, String reason) {
  static final AutoMerge REQUESTED = new AutoMerge(true, "");

  /** What is merged is named, so that a push in between is not merged unseen. */
  static final AutoMerge NO_HEAD =
      new AutoMerge(false, "the forge does not say which commit the pull request is at");

  /** Sends the wish; a forge that understands it and declines is no failure. */
  static AutoMerge ask(ForgeClient client, Call wish) throws ForgeException {
    try {
      client.send(wish);
      return REQUESTED;
    } catch (ForgeException e) {
      if (e.kind() == ForgeException.Kind.REJECTED) {
        return new AutoMerge(false, String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }
}
