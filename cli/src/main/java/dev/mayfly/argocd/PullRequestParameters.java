package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.preview.PullRequest;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the pull request generator hands over (Argo CD, {@code generators/pull_request.go}). */
public final class PullRequestParameters {
  /**
   * Every name, but {@code labels} in Go templates only, and {@code values} where some are given.
   */
  public static final List<String> NAMES =
      List.of(
          "author",
          "branch",
          "branch_slug",
          "head_sha",
          "head_short_sha",
          "head_short_sha_7",
          "labels",
          "number",
          "target_branch",
          "target_branch_slug",
          "title",
          "values");

  /** Those that whoever opens a pull request chooses. */
  public static final List<String> UNTRUSTED =
      List.of("author", "branch", "branch_slug", "labels", "title");

  private PullRequestParameters() {}

  /**
   * @param slugsMatter whether any template mentions a slug; else one that is not known does no
   *     harm
   */
  static SortedMap<String, GoValue> of(
      ListedPullRequest listed, boolean goTemplate, boolean slugsMatter, Location location)
      throws GeneratorStop {
    PullRequest pull = listed.pull();
    PullRequest.Details details = pull.details();
    String sha = pull.headSha().hex();
    SortedMap<String, GoValue> parameters = new TreeMap<>();
    parameters.put("number", GoValue.of(pull.number().toString()));
    parameters.put("title", GoValue.of(details.title()));
    parameters.put("branch", GoValue.of(details.branch()));
    parameters.put("branch_slug", slug(details.branch(), pull, slugsMatter, location));
    parameters.put("target_branch", GoValue.of(details.targetBranch()));
    parameters.put("target_branch_slug", slug(details.targetBranch(), pull, slugsMatter, location));
    parameters.put("head_sha", GoValue.of(sha));
    parameters.put("head_short_sha", GoValue.of(sha.substring(0, 8)));
    parameters.put("head_short_sha_7", GoValue.of(sha.substring(0, 7)));
    parameters.put("author", GoValue.of(details.author()));
    if (goTemplate) {
      parameters.put("labels", GoValue.texts(listed.labels()));
    }
    return parameters;
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
