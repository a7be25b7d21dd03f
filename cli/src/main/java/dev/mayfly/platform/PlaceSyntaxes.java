package dev.mayfly.platform;

import dev.mayfly.yaml.Syntax;

/** The forms of clusters, branches and files of the admins' own, as {@link Syntaxes}. */
public final class PlaceSyntaxes {
  public static final Syntax SERVER_URL =
      Syntax.of(
          "(https://[A-Za-z0-9._-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%:@+=,-]+)*"
              + "|arn:aws[a-z-]*:eks:[a-z0-9-]+:[0-9]{12}:cluster/[A-Za-z0-9_-]+)",
          "the API server as Argo CD registers it, or `{name: ...}`: an https URL "
              + "without user, query or final slash, or an EKS cluster's ARN, such as "
              + "https://10.0.0.1:6443");
  public static final Syntax CLUSTER_REF =
      Syntax.of(
          "[A-Za-z0-9][A-Za-z0-9 ._:/@+-]{0,252}",
          "a cluster's name as Argo CD registers it: letters, digits, blanks and "
              + "._:/@+-, such as preview-cluster");
  public static final Syntax FOLDER =
      Syntax.of(
          "[a-z0-9][a-z0-9._-]{0,62}(?<!\\.lock)(?<!\\.)(/[a-z0-9][a-z0-9._-]{0,62}(?<!\\.lock)(?<!\\.))*",
          "a folder of the GitOps repository: a-z, 0-9 and ._-, such as clusters/staging");
  public static final Syntax BRANCH_PATTERN =
      Syntax.of(
          "[A-Za-z0-9_*][A-Za-z0-9._*-]*(/[A-Za-z0-9_*][A-Za-z0-9._*-]*)*",
          "a branch name of letters, digits and ._-/, where * stands for anything but a "
              + "slash, such as release/*");
  public static final Syntax EXTRA =
      Syntax.of(
          "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?",
          "a file of templates/extra/ without its ending: a-z, 0-9 and inner hyphens, "
              + "such as oauth2-proxy");
  public static final Syntax BRANCH =
      Syntax.of(
          "[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*",
          "a branch name of letters, digits and ._-/, such as main");

  /** What stands behind a {@code $} (notifications-engine, {@code pkg/api/config.go}). */
  public static final Syntax NOTIFICATION_KEY =
      Syntax.of("[A-Za-z0-9_-]{1,253}", "a key of a Secret without dots, such as mayfly-forge");

  private PlaceSyntaxes() {}
}
