package dev.mayfly.argocd;

import dev.mayfly.preview.PullRequest;
import java.util.List;

/**
 * A pull request as a forge lists it.
 *
 * @param labels in the forge's order, and as often as it says them: a template can tell
 */
public record GeneratorPullRequest(PullRequest pull, List<String> labels) {
  public GeneratorPullRequest {
    labels = List.copyOf(labels);
  }

  /** One whose labels have no order of their own. */
  public static GeneratorPullRequest of(PullRequest pull) {
    return new GeneratorPullRequest(pull, pull.details().labels().stream().sorted().toList());
  }
}
