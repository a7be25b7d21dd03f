package dev.mayfly.argocd;

import dev.mayfly.preview.PullRequest;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;

/**
 * One item of {@code filters}: all that is given must be found, unanchored. An item with none of
 * the three, perhaps for a typing error, matches every pull request.
 */
record PullRequestFilter(
    Optional<Re2Filter.Compiled> branch,
    Optional<Re2Filter.Compiled> targetBranch,
    Optional<Re2Filter.Compiled> title) {
  static PullRequestFilter of(Node item) throws GeneratorStop {
    return new PullRequestFilter(
        compiled(item, "branchMatch"),
        compiled(item, "targetBranchMatch"),
        compiled(item, "titleMatch"));
  }

  static Optional<Re2Filter.Compiled> compiled(Node item, String field) throws GeneratorStop {
    if (!(item.at(field) instanceof ScalarNode scalar) || scalar.isNull()) {
      return Optional.empty();
    }
    return switch (Re2Filter.of(scalar.text())) {
      case Re2Filter.Compiled filter -> Optional.of(filter);
      case Re2Filter.Refused refused ->
          throw GeneratorStop.stall(
              scalar.location(),
              "`" + field + "` is not an RE2 expression: " + Shown.value(refused.reason()));
    };
  }

  boolean matches(PullRequest.Details details) {
    return branch.map(f -> f.isFoundIn(details.branch())).orElse(true)
        && targetBranch.map(f -> f.isFoundIn(details.targetBranch())).orElse(true)
        && title.map(f -> f.isFoundIn(details.title())).orElse(true);
  }
}
