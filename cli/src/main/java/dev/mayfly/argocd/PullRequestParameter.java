package dev.mayfly.argocd;

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
