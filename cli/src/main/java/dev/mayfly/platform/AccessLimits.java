package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.net.URI;
import java.util.List;

/** What guards previews has to be able to: ask for a login, tell networks, and be no preview. */
final class AccessLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    Exposure exposure = platform.exposure();
    if (!(exposure.access() instanceof Access.Open) && exposure.domain().isEmpty()) {
      problems.error(
          "access-without-domain",
          where.of("exposure", "access"),
          "there is no `domain` whose hosts could be guarded",
          "write `exposure.domain`, or leave out `access`");
      return;
    }
    atGateway(exposure, where, problems);
    if (exposure.access() instanceof Access.Oidc oidc) {
      check(oidc, exposure.domain().orElseThrow(), where, problems);
    } else if (exposure.access() instanceof Access.NetworkOnly only) {
      for (int i = 0; i < only.networks().size(); i++) {
        Location at = where.of("exposure", "access", "networks", i);
        check(only.networks().get(i), only.atGateway(), at, problems);
      }
      together(only.networks(), where, problems);
    }
  }

  private static void atGateway(Exposure exposure, SourcePositions where, Problems problems) {
    Access access = exposure.access();
    String key = access instanceof Access.Cloudflare ? "verifyAtGateway" : "atGateway";
    Location catchAll = where.of("exposure", "access", "catchAll");
    if (access.atGateway() && exposure.byGateway().isEmpty()) {
      problems.error(
          "verify-without-gateway",
          where.of("exposure", "access", key),
          "without `exposure.gateway` there is no Envoy Gateway that could do it",
          "leave out `" + key + "`");
    } else if (access.catchAll()
        && (exposure.byGateway().isEmpty() || exposure.own().isPresent())) {
      problems.error(
          "catch-all-nowhere",
          catchAll,
          exposure.own().isPresent()
              ? "the listener of `exposure.own` admits routes of previews' namespaces alone"
              : "without `exposure.gateway` there is no listener for a route of every host",
          "leave out `catchAll`");
    } else if (access.catchAll() && !access.atGateway()) {
      problems.error(
          "catch-all-unguarded",
          catchAll,
          "a route of every host is for the gateway to ask at, and it is not asked to",
          "write `" + key + ": true`, or leave out `catchAll`");
    }
  }

  private static void check(
      Access.Oidc oidc, String domain, SourcePositions where, Problems problems) {
    boolean isClient = oidc.client().isPresent() && oidc.clientSecret().isPresent();
    if (oidc.atGateway() && !isClient) {
      problems.error(
          "access-client",
          where.of("exposure", "access", "atGateway"),
          "the gateway needs `clientId` and `clientSecret`",
          "it is a client of the issuer when it asks people to log in");
    } else if (!oidc.atGateway() && oidc.clientSecret().isPresent()) {
      problems.error(
          "access-client",
          where.of("exposure", "access", "clientSecret"),
          "`clientSecret` is for the gateway, which is not asked to do anything",
          "write `atGateway: true`, or leave it out");
    }
    String host = URI.create(oidc.issuer()).getHost();
    if (("." + host).endsWith("." + domain)) {
      problems.error(
          "access-issuer",
          where.of("exposure", "access", "issuer"),
          "`" + host + "` is a name that a preview could have",
          "log in at a host outside `" + domain + "`");
    }
  }

  private static void check(String network, boolean atGateway, Location at, Problems problems) {
    if (atGateway && !Syntaxes.CIDR.matches(network)) {
      problems.error(
          "access-network",
          at,
          "a gateway tells networks by their ranges, and `" + network + "` is a name",
          "write its ranges, such as 203.0.113.0/24");
    } else if (Syntaxes.CIDR.matches(network) && AddressRange.firstTooMany(List.of(network)) < 0) {
      TrafficLimits.isOneKind("access", network, at, "name the private range by itself", problems);
    }
  }

  /** Ranges that are small by themselves may be everybody together. */
  private static void together(List<String> networks, SourcePositions where, Problems problems) {
    List<String> ranges = networks.stream().filter(Syntaxes.CIDR::matches).toList();
    int first = AddressRange.firstTooMany(ranges);
    if (first >= 0) {
      String network = ranges.get(first);
      problems.error(
          "access-everywhere",
          where.of("exposure", "access", "networks", networks.indexOf(network)),
          first == 0
              ? "`" + network + "` is too large for one organization"
              : "`" + network + "` and the ranges before it are too large for one organization",
          "name smaller ranges, or say by `kind: none` that everybody may come");
    }
  }
}
