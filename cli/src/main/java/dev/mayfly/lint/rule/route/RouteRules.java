package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Rule;
import java.util.List;

/** The rules of this package. */
public final class RouteRules {
  private RouteRules() {}

  public static final List<Rule> ALL =
      List.of(
          new OptionalAccess(),
          new DeepHost(),
          new RouteHostname(),
          new LooseParent(),
          new BackendElsewhere(),
          new RedirectWithBackend(),
          new ImplicitRouteDefaults(),
          new HostTwice(),
          new DnsAnnotation(),
          new GatewayInPreview(),
          new BackendWithoutPort(),
          new InvalidPath(),
          new InvalidHostname(),
          new InvalidListener(),
          new HostOutsideListener(),
          new UnknownListener(),
          new RouteNotAdmitted(),
          new ParentTwice(),
          new RouteTooLarge(),
          new PrefixWithoutMatch(),
          new FilterBody(),
          new CorsWildcard(),
          new RouteTimeouts(),
          new MirrorShare(),
          new RouteValue());
}
