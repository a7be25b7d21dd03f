package dev.mayfly.platform;

import dev.mayfly.yaml.Syntax;

/** The forms of how previews are reached and guarded, as {@link Syntaxes}. */
public final class ExposureSyntaxes {
  /** OpenID Connect Core 1.0, section 2: https, and neither query nor fragment. */
  public static final Syntax ISSUER =
      Syntax.of(
          "https://[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?",
          "an issuer's https URL in lower case, without user and query, such as"
              + " https://login.acme.dev");

  public static final Syntax CLIENT_ID =
      Syntax.of(
          "[A-Za-z0-9][A-Za-z0-9._~:/@-]{0,254}",
          "a client's id: letters, digits and ._~:/@-, such as previews");

  public static final Syntax NETWORK =
      Syntax.of(
          "(" + Syntaxes.CIDR.pattern() + "|[a-z]([-a-z0-9]{0,61}[a-z0-9])?)",
          "a range of addresses or the name of a network, such as 203.0.113.0/24 or office-vpn");

  public static final Syntax ROUTE_PATH =
      Syntax.of(
          "(/|(/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,62}){1,8})",
          "a path that begins with a slash and ends without one, of letters, digits and ._~-, such"
              + " as /api");
  public static final Syntax ANNOTATION =
      Syntax.of(
          "([ -#%-~]|\\$(?!\\{)){0,1024}",
          "a line of printable ASCII without placeholders, such as 20m");

  private ExposureSyntaxes() {}
}
