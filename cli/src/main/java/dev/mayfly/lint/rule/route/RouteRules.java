package dev.mayfly.lint.rule.route;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class RouteRules {
  private RouteRules() {}

  public static final List<Rule> ALL =
      List.of(
          Rule.of("AC003", new OptionalAccess(), GroupKind.SECURITY_POLICY),
          Rule.of("AC004", new DeepHost()),
          Rule.of("AC005", new OpenAuthorization(), GroupKind.SECURITY_POLICY),
          Rule.of("RT001", new RouteHostname()),
          Rule.of("RT002", new LooseParent(), GroupKind.HTTP_ROUTE, GroupKind.GRPC_ROUTE),
          Rule.of("RT003", new BackendElsewhere(), GroupKind.HTTP_ROUTE),
          Rule.of("RT004", new RedirectWithBackend()),
          Rule.of("RT005", new ImplicitRouteDefaults()),
          Rule.of("RT006", new HostTwice()),
          // What external-dns reads by default and by habit (external-dns docs, "Sources").
          Rule.of(
              "RT007",
              new DnsAnnotation(),
              GroupKind.HTTP_ROUTE,
              GroupKind.GRPC_ROUTE,
              new GroupKind("gateway.networking.k8s.io", "TLSRoute"),
              new GroupKind("gateway.networking.k8s.io", "TCPRoute"),
              new GroupKind("gateway.networking.k8s.io", "UDPRoute"),
              GroupKind.GATEWAY,
              GroupKind.INGRESS,
              GroupKind.SERVICE),
          Rule.of("RT008", new GatewayInPreview()),
          Rule.of("RT009", new BackendWithoutPort()),
          Rule.of("RT010", new InvalidPath(), GroupKind.HTTP_ROUTE),
          Rule.of(
              "RT011",
              new InvalidHostname(),
              GroupKind.HTTP_ROUTE,
              GroupKind.GRPC_ROUTE,
              GroupKind.GATEWAY),
          Rule.of("RT012", new InvalidListener(), GroupKind.GATEWAY, GroupKind.LISTENER_SET),
          Rule.of("RT013", new HostOutsideListener()),
          Rule.of("RT014", new UnknownListener()),
          Rule.of("RT015", new RouteNotAdmitted()),
          Rule.of("RT016", new ParentTwice()),
          Rule.of("RT017", new RouteTooLarge()),
          Rule.of("RT018", new PrefixWithoutMatch()),
          Rule.of("RT019", new FilterBody()),
          Rule.of("RT020", new CorsWildcard()),
          Rule.of("RT021", new RouteTimeouts()),
          Rule.of("RT022", new MirrorShare()),
          Rule.of("RT023", new RouteValue()),
          Rule.of("RT024", new MatchTwice()),
          Rule.of("RT025", new GatewayAddress(), GroupKind.GATEWAY));
}
