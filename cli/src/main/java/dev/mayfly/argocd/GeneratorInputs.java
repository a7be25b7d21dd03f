package dev.mayfly.argocd;

import dev.mayfly.preview.PullRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What generators would read from the world.
 *
 * @param pullRequests what the forge would list, of any state and repository; empty when not given
 * @param files the repository a git generator reads, by path; empty when it was not given
 */
public record GeneratorInputs(
    Optional<List<ListedPullRequest>> pullRequests, Optional<Map<String, byte[]>> files) {
  public static GeneratorInputs of(List<PullRequest> pullRequests) {
    return new GeneratorInputs(
        Optional.of(pullRequests.stream().map(ListedPullRequest::of).toList()), Optional.empty());
  }
}
