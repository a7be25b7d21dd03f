package dev.mayfly.platform;

import dev.mayfly.yaml.Syntax;

/** The forms of people and groups in {@code mayfly.yaml}, as {@link Syntaxes}. */
public final class PeopleSyntaxes {
  public static final Syntax AUTHOR =
      Syntax.of(
          "[A-Za-z0-9_][A-Za-z0-9._\\[\\]-]{0,62}",
          "a login name without @, such as mara or renovate[bot]");
  public static final Syntax ORGANIZATION =
      Syntax.of(
          "[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*",
          "an organization, or a group of GitLab such as acme/platform");
  public static final Syntax TEAM =
      Syntax.of(
          "[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)+",
          "a team of the form organization/team, such as acme/web");
  public static final Syntax OWNER =
      Syntax.of(
          "@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9._-]+)?", "a code owner such as @acme/platform");

  private PeopleSyntaxes() {}
}
