package dev.mayfly.argocd;

import dev.mayfly.preview.PullRequest;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One item of {@code filters}: all that is given must be found, unanchored. An item with none of
 * the conditions, perhaps for a typing error, matches every pull request.
 */
public record PullRequestFilter(Predicate<PullRequest.Details> condition) {
  private static final SortedMap<String, Function<PullRequest.Details, String>> CONDITIONS =
      new TreeMap<>(
          Map.of(
              "branchMatch", PullRequest.Details::branch,
              "targetBranchMatch", PullRequest.Details::targetBranch,
              "titleMatch", PullRequest.Details::title));

  /** The fields of an item, each of which is a condition. */
  public static Set<String> conditions() {
    return CONDITIONS.keySet();
  }

  static PullRequestFilter of(Node item) throws GeneratorStop {
    Predicate<PullRequest.Details> all = details -> true;
    for (Map.Entry<String, Function<PullRequest.Details, String>> each : CONDITIONS.entrySet()) {
      Predicate<String> found = found(item, each.getKey());
      all = all.and(details -> found.test(each.getValue().apply(details)));
    }
    return new PullRequestFilter(all);
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
              "`" + field + "` is not an RE2 expression: " + MessageText.value(refused.reason()));
    };
  }

  static boolean isGiven(Node item, String field) {
    return item.at(field) instanceof ScalarNode scalar && !scalar.isNull();
  }

  boolean matches(PullRequest.Details details) {
    return condition.test(details);
  }
}
