package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Optional;

/** Who may open a preview. */
public sealed interface Access {
  /** Whether a SecurityPolicy is rendered, by which an Envoy Gateway asks itself. */
  default boolean atGateway() {
    return false;
  }

  /**
   * Whether a route for every host below the domain is rendered: a Gateway asks route by route, and
   * so at names that nobody has too.
   */
  default boolean catchAll() {
    return false;
  }

  /** How {@code kind} is written. */
  enum Kind {
    CLOUDFLARE,
    OIDC,
    NETWORK,
    NONE
  }

  static Access read(Fields access) {
    return switch (access.requiredChoice("kind", Kind.values())) {
      case NONE -> new Open();
      case CLOUDFLARE ->
          new Cloudflare(
              access.text("team", Syntaxes.DNS_LABEL),
              access.text("audience", Syntaxes.AUDIENCE),
              access.flag("verifyAtGateway", false),
              access.flag("catchAll", false));
      case OIDC ->
          new Oidc(
              access.text("issuer", ExposureSyntaxes.ISSUER),
              access.optionalText("clientId", ExposureSyntaxes.CLIENT_ID),
              access.map("clientSecret", SecretKeyRef::read),
              access.flag("atGateway", false),
              access.flag("catchAll", false));
      case NETWORK ->
          new NetworkOnly(
              NetworkOnly.networks(access),
              access.flag("atGateway", false),
              access.flag("catchAll", false));
    };
  }

  /** Nobody is asked. Must be written out. */
  record Open() implements Access {}

  /**
   * Cloudflare Access on the wildcard.
   *
   * @param audience the Access application's AUD tag
   * @param atGateway the policy checks the signed header
   */
  record Cloudflare(String team, String audience, boolean atGateway, boolean catchAll)
      implements Access {}

  /**
   * An OpenID Connect login before every preview.
   *
   * @param issuer as its tokens name it, which is compared letter by letter
   * @param client whose login it is; empty where any client of the issuer will do
   * @param atGateway the policy asks for the login
   */
  record Oidc(
      String issuer,
      Optional<String> client,
      Optional<SecretKeyRef> clientSecret,
      boolean atGateway,
      boolean catchAll)
      implements Access {}

  /**
   * Reachable from some networks alone.
   *
   * @param networks ranges of addresses, and names of networks that somebody else looks after
   * @param atGateway the policy refuses all others
   */
  record NetworkOnly(List<String> networks, boolean atGateway, boolean catchAll) implements Access {
    public NetworkOnly {
      networks = List.copyOf(networks);
    }

    /** At least one: from no network at all, nobody would look at a preview. */
    private static List<String> networks(Fields access) {
      List<String> networks = access.texts("networks", ExposureSyntaxes.NETWORK);
      if (networks.isEmpty()) {
        access.error(
            "missing-field",
            "networks",
            "the networks are missing from which previews may be reached",
            "write ranges such as 203.0.113.0/24, or names such as office-vpn");
      }
      return networks;
    }
  }
}
