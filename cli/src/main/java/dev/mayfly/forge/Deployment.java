package dev.mayfly.forge;

/**
 * What a forge was told of a preview at one commit.
 *
 * @param said the words that came with it; a cluster's, and through it a pull request's
 */
public record Deployment(State state, String said) {
  /** How it went, in the one vocabulary of all forges. */
  public enum State {
    PENDING,
    SUCCESS,
    FAILURE,
    /** Another commit took its place, or it was taken away. */
    INACTIVE
  }

  /** What GitHub, GitLab and Gitea call the states of deployments and of commit statuses. */
  static State state(String word) {
    return switch (word) {
      case "success" -> State.SUCCESS;
      case "failure", "failed", "error" -> State.FAILURE;
      case "inactive", "canceled" -> State.INACTIVE;
      default -> State.PENDING;
    };
  }
}
