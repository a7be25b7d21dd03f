package dev.mayfly.argocd;

import java.util.List;

/**
 * The generators of an ApplicationSet, by the keys that name them (Argo CD, {@code
 * pkg/apis/application/v1alpha1/applicationset_types.go}).
 */
public final class GeneratorKind {
  /** In the order in which the controller asks for each. */
  public static final List<String> ALL =
      List.of(
          "list",
          "clusters",
          "git",
          "scmProvider",
          "clusterDecisionResource",
          "pullRequest",
          "matrix",
          "merge",
          "plugin");

  /** Those of them that combine what others yield. */
  public static final List<String> NESTING = List.of("matrix", "merge");

  /** The forges of a pull-request generator; where several stand there, the first one counts. */
  public static final List<String> FORGES =
      List.of("github", "gitlab", "gitea", "bitbucketServer", "bitbucket", "azuredevops");

  /** The forges that can be told which labels a pull request needs. */
  public static final List<String> FORGES_WITH_LABELS =
      List.of("github", "gitlab", "gitea", "azuredevops");

  private GeneratorKind() {}
}
