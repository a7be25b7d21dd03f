package dev.mayfly.platform;

import dev.mayfly.yaml.Syntax;

/** The forms of what says where files and bundles lie; see {@link Syntaxes}. */
public final class BundleSyntaxes {
  /** What stands between the slashes of a path that we name ourselves; no dot segment. */
  private static final String SEGMENT =
      "(?!\\.{1,2}(/|$))[\\p{L}\\p{M}\\p{N}._+@~=()-]([\\p{L}\\p{M}\\p{N}._ +@~=()-]*[\\p{L}\\p{M}\\p{N}_+@~=()-])?";

  private static final String FILE = SEGMENT + "(/" + SEGMENT + ")*";

  public static final Syntax PATH =
      Syntax.of(
          FILE,
          "a path from the root of the repository, without `.` or `..` as a step, of "
              + "letters, digits, spaces and ._+@~=()-, such as deploy/preview");
  public static final Syntax BUNDLE_PATH =
      Syntax.of(
          "(\\.|" + FILE + ")",
          "`.` for the root of the repository or a path from there, without `.` or `..` "
              + "as a step, of letters, digits, spaces and ._+@~=()-, such as deploy/preview");
  public static final Syntax VALUE_FILE =
      Syntax.of(
          FILE,
          "a path inside the chart, without `.` or `..` as a step, such as "
              + "values-preview.yaml; a file elsewhere is written as {repository: PATH} or "
              + "{gitops: PATH}");
  public static final Syntax PATH_GLOB =
      Syntax.of(
          "(?!\\.{1,2}(/|$))[\\p{L}\\p{M}\\p{N}._ *+@~=()-]+(/(?!\\.{1,2}(/|$))[\\p{L}\\p{M}\\p{N}._ *+@~=()-]+)*",
          "a path from the root of the repository with * and **, without `.` or `..` as "
              + "a step, such as services/web/**");
  public static final Syntax BUNDLE_REPOSITORY =
      Syntax.of(
          "(" + Syntaxes.GIT + "|" + Syntaxes.NAMED + ")",
          "a repository of the form owner/name, without .git, or a Git URL (https, ssh "
              + "or file; http on this machine only) without password or token, such as acme/infra");
  public static final Syntax REVISION =
      Syntax.of(
          "[A-Za-z0-9_][A-Za-z0-9._+-]*(/[A-Za-z0-9_][A-Za-z0-9._+-]*)*",
          "a commit of 40 digits, a tag or a branch, such as v1.4.2");
  public static final Syntax CHART_REPOSITORY =
      Syntax.of(
          "(https|oci)://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*",
          "an https or oci URL without user, query or final slash, such as "
              + "oci://ghcr.io/acme/charts");
  public static final Syntax CHART_NAME =
      Syntax.of("[A-Za-z0-9][A-Za-z0-9._-]{0,62}", "the name of a chart, such as app");
  public static final Syntax CHART_VERSION =
      Syntax.of(
          "v?[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?",
          "one exact version and no range, such as 2.3.1");

  private BundleSyntaxes() {}
}
