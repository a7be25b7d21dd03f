package dev.mayfly.platform;

/**
 * The GitOps repository and how previews reach it.
 *
 * @param repository its URL as Argo CD reads it
 */
public record GitOps(
    String repository, String branch, Delivery delivery, Change change, Change removal) {
  /** Who makes the Application of a preview. */
  public enum Delivery {
    /** Pattern A: an ApplicationSet with the pull request generator. */
    GENERATOR,
    /** Pattern B: an overlay that Mayfly commits and an ApplicationSet picks up. */
    OVERLAY
  }

  /** How a change reaches the branch. */
  public enum Change {
    PULL_REQUEST,
    PUSH
  }

  public boolean isGenerator() {
    return delivery == Delivery.GENERATOR;
  }
}
