package dev.mayfly.forge;

import dev.mayfly.preview.PullRequest;
import java.util.List;

/**
 * A pull request as a list shows it whole.
 *
 * @param labels in the forge's order, and as often as it says them
 */
public record LabelledPullRequest(PullRequest pull, List<String> labels) {
  public LabelledPullRequest {
    labels = List.copyOf(labels);
  }

  /** A list that moved while it was read may lack one, and then nothing is known of any. */
  static List<LabelledPullRequest> whole(List<LabelledPullRequest> all, Pages pages)
      throws ForgeException {
    if (!pages.complete()) {
      throw ForgeException.of(
          ForgeException.Kind.UNREACHABLE, "the list of pull requests changed while it was read");
    }
    return all;
  }
}
