package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.preview.PullRequest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values that the pull request generator hands over (Argo CD, {@code
 * generators/pull_request.go}).
 */
final class PullRequestParameters {
  private PullRequestParameters() {}

  /**
   * @param slugsMatter whether any template mentions a slug; else one that is not known does no
   *     harm
   */
  static SortedMap<String, GoValue> of(
      GeneratorPullRequest listed, boolean goTemplate, boolean slugsMatter, Location location)
      throws GeneratorStop {
    SortedMap<String, GoValue> parameters = new TreeMap<>();
    for (PullRequestParameter each : PullRequestParameter.values()) {
      if (goTemplate || each != PullRequestParameter.LABELS) {
        parameters.put(each.key(), value(each, listed, slugsMatter, location));
      }
    }
    return parameters;
  }

  private static GoValue value(
      PullRequestParameter parameter,
      GeneratorPullRequest listed,
      boolean slugsMatter,
      Location location)
      throws GeneratorStop {
    PullRequest pull = listed.pull();
    PullRequest.Details details = pull.details();
    String sha = pull.headSha().hex();
    return switch (parameter) {
      case NUMBER -> GoValue.of(pull.number().toString());
      case TITLE -> GoValue.of(details.title());
      case BRANCH -> GoValue.of(details.branch());
      case BRANCH_SLUG -> slug(details.branch(), pull, slugsMatter, location);
      case TARGET_BRANCH -> GoValue.of(details.targetBranch());
      case TARGET_BRANCH_SLUG -> slug(details.targetBranch(), pull, slugsMatter, location);
      case HEAD_SHA -> GoValue.of(sha);
      case HEAD_SHORT_SHA -> GoValue.of(sha.substring(0, 8));
      case HEAD_SHORT_SHA_7 -> GoValue.of(sha.substring(0, 7));
      case AUTHOR -> GoValue.of(details.author());
      case LABELS -> GoValue.texts(listed.labels());
    };
  }

  private static GoValue slug(
      String branch, PullRequest pull, boolean slugsMatter, Location location)
      throws GeneratorStop {
    Optional<String> slug = Slug.ofBranch(branch);
    if (slug.isEmpty() && slugsMatter) {
      throw GeneratorStop.unverifiable(
          location,
          "the branch name of pull request " + pull.number() + " has no slug here",
          "only Latin, Cyrillic and Greek letters are transliterated");
    }
    return GoValue.of(slug.orElse(""));
  }
}
