package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.git.RefName;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Optional;

/** The branch of the GitOps repository that carries a preview's own pull request. */
public final class PreviewBranch {
  static final String PREFIX = "refs/heads/mayfly/";

  private PreviewBranch() {}

  public static RefName of(PreviewId id) {
    return new RefName(PREFIX + id.app() + "/pr-" + id.number());
  }

  /** The preview that a branch belongs to; empty for a branch that only looks alike. */
  static Optional<PreviewId> preview(RefName branch) {
    String[] parts = branch.full().substring(PREFIX.length()).split("/", -1);
    if (parts.length != 2 || !parts[1].startsWith("pr-")) {
      return Optional.empty();
    }
    return PullRequestNumber.parse(parts[1].substring("pr-".length()))
        .map(number -> new PreviewId(parts[0], number));
  }

  /**
   * The ref that every new preview of a platform moves together with its branch. Two runs that both
   * see the last place free expect the same old value of it, so one of them loses.
   */
  static RefName slot(String platform) {
    return new RefName("refs/mayfly/slots/" + platform);
  }
}
