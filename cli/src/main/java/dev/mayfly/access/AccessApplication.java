package dev.mayfly.access;

/**
 * The one Access application that guards all previews.
 *
 * @param served where its previews are
 * @param team the team's name, to which keys and logins are pinned
 * @param audience the application's AUD tag
 */
public record AccessApplication(ServedDomain served, String team, String audience)
    implements Guard {
  /** Where the team's host publishes a {@link KeySet}. */
  static final String KEYS = "/cdn-cgi/access/certs";

  @Override
  public String words() {
    return "behind Access";
  }

  /** Where the team's logins and signing keys are. */
  public String teamHost() {
    return team + ".cloudflareaccess.com";
  }
}
