package dev.mayfly.argocd;

import dev.mayfly.preview.PullRequest;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.function.Predicate;

/**
 * One item of {@code filters}: all that is given must be found, unanchored. An item with none of
 * the three, perhaps for a typing error, matches every pull request.
 */
record PullRequestFilter(
    Predicate<String> branch, Predicate<String> targetBranch, Predicate<String> title) {
  static PullRequestFilter of(Node item) throws GeneratorStop {
    return new PullRequestFilter(
        found(item, "branchMatch"), found(item, "targetBranchMatch"), found(item, "titleMatch"));
  }

  /** Whether a text holds what is looked for; any does where nothing is. */
  static Predicate<String> found(Node item, String field) throws GeneratorStop {
    if (!isGiven(item, field) || !(item.at(field) instanceof ScalarNode scalar)) {
      return text -> true;
    }
    return switch (Re2Filter.of(scalar.text())) {
      case Re2Filter.Compiled filter -> filter::isFoundIn;
      case Re2Filter.Refused refused ->
          throw GeneratorStop.stall(
              scalar.location(),
              "`" + field + "` is not an RE2 expression: " + Shown.value(refused.reason()));
    };
  }

  static boolean isGiven(Node item, String field) {
    return item.at(field) instanceof ScalarNode scalar && !scalar.isNull();
  }

  boolean matches(PullRequest.Details details) {
    return branch.test(details.branch())
        && targetBranch.test(details.targetBranch())
        && title.test(details.title());
  }
}
