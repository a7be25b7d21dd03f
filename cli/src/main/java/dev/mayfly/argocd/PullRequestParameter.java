package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.preview.PullRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A parameter that the pull-request generator hands over, beside {@code values} (Argo CD, {@code
 * applicationset/generators/pull_request.go}); there are no others.
 */
public enum PullRequestParameter {
  NUMBER(Chosen.BY_FORGE),
  TITLE(Chosen.FREELY),
  BRANCH(Chosen.FREELY),
  BRANCH_SLUG(Chosen.AS_SLUG),
  TARGET_BRANCH(Chosen.FREELY),
  TARGET_BRANCH_SLUG(Chosen.AS_SLUG),
  HEAD_SHA(Chosen.AS_COMMIT),
  HEAD_SHORT_SHA(Chosen.AS_COMMIT),
  HEAD_SHORT_SHA_7(Chosen.AS_COMMIT),
  AUTHOR(Chosen.FREELY),
  /** A list, and so in Go templates only. */
  LABELS(Chosen.FREELY);

  /** How far whoever opens a pull request chooses a value. */
  public enum Chosen {
    /** Not at all. */
    BY_FORGE,
    /** Only by pushing other content. */
    AS_COMMIT,
    /** In safe characters; but slugs collide, and may be empty. */
    AS_SLUG,
    /** As any text. */
    FREELY
  }

  private final Chosen chosen;

  PullRequestParameter(Chosen chosen) {
    this.chosen = chosen;
  }

  /**
   * What a pull request has of it.
   *
   * @param slugsMatter whether any template mentions a slug; else one that is not known does no
   *     harm
   */
  GoValue of(GeneratorPullRequest listed, boolean slugsMatter, Location location)
      throws GeneratorStop {
    PullRequest pull = listed.pull();
    PullRequest.Details details = pull.details();
    String sha = pull.headSha().hex();
    return switch (this) {
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

  /** Its name in a template. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Chosen chosen() {
    return chosen;
  }

  /** Whether a revision made of it is content of the pull request itself, not of its target. */
  public boolean isHead() {
    return chosen == Chosen.AS_COMMIT || this == BRANCH || this == BRANCH_SLUG;
  }

  public static Optional<PullRequestParameter> named(String key) {
    return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
  }

  public static Set<String> keys() {
    return Arrays.stream(values()).map(PullRequestParameter::key).collect(Collectors.toSet());
  }

  /** Whether a parameter of this name takes any text. */
  public static boolean isFree(String key) {
    return named(key).filter(it -> it.chosen == Chosen.FREELY).isPresent();
  }
}
