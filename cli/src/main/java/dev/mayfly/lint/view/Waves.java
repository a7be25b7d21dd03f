package dev.mayfly.lint.view;

import dev.mayfly.lint.Resource;

/** The order in which Argo CD creates objects; it deletes them the other way round. */
public final class Waves {
  public static final String ANNOTATION = "argocd.argoproj.io/sync-wave";

  private Waves() {}

  /** The wave of an object; 0 when it says nothing, or no number. */
  public static long of(Resource resource) {
    return Fields.integer(resource.at("metadata", "annotations", ANNOTATION)).orElse(0);
  }
}
