package dev.mayfly.platform;

import dev.mayfly.platform.Exposure.Access;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Fields;
import java.util.List;

/** Reads {@code spec.exposure.access}. */
final class AccessReader {
  private enum Kind {
    CLOUDFLARE,
    OIDC,
    NETWORK,
    NONE
  }

  private AccessReader() {}

  static Access read(Fields exposure) {
    try (Fields access = exposure.requiredMap("access")) {
      return switch (access.requiredChoice("kind", Choice.of(Kind.values()))) {
        case NONE -> new Exposure.Open();
        case CLOUDFLARE ->
            new Exposure.Cloudflare(
                access.text("team", Syntaxes.DNS_LABEL),
                access.text("audience", Syntaxes.AUDIENCE),
                access.flag("verifyAtGateway", false),
                access.flag("catchAll", false));
        case OIDC ->
            new Exposure.Oidc(
                access.text("issuer", AccessSyntaxes.ISSUER),
                access.optionalText("clientId", AccessSyntaxes.CLIENT_ID),
                access.map("clientSecret").map(StoreReader::key),
                access.flag("atGateway", false),
                access.flag("catchAll", false));
        case NETWORK ->
            new Exposure.NetworkOnly(
                networks(access), access.flag("atGateway", false), access.flag("catchAll", false));
      };
    }
  }

  /** At least one: from no network at all, nobody would look at a preview. */
  private static List<String> networks(Fields access) {
    List<String> networks = access.texts("networks", AccessSyntaxes.NETWORK);
    if (networks.isEmpty()) {
      access
          .problems()
          .error(
              "missing-field",
              access.location("networks"),
              "`networks` names none from which previews may be reached",
              "write ranges such as 203.0.113.0/24, or names such as office-vpn");
    }
    return networks;
  }
}
