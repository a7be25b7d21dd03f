package dev.mayfly.platform;

import dev.mayfly.yaml.Syntax;

/** The forms of what routes are made of, as {@link Syntaxes}. */
public final class RouteSyntaxes {
  public static final Syntax PATH =
      Syntax.of(
          "routePath",
          "(/|(/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,62}){1,8})",
          "a path that begins with a slash and ends without one, of letters, digits and ._~-, such"
              + " as /api");
  public static final Syntax ANNOTATION =
      Syntax.of(
          "annotation",
          "([ -#%-~]|\\$(?!\\{)){0,1024}",
          "a line of printable ASCII without placeholders, such as 20m");

  private RouteSyntaxes() {}
}
