package dev.mayfly.manifest;

import dev.mayfly.platform.Entrance.ByGateway;
import dev.mayfly.platform.Entrance.Own;
import dev.mayfly.platform.GatewayRef;
import dev.mayfly.platform.Platform;
import dev.mayfly.template.Scope;
import java.util.Optional;

/**
 * What the previews' routes attach to. The listeners of a ListenerSet are reached by naming the
 * ListenerSet, not the Gateway that it extends (Gateway API, ListenerSet).
 */
public record RouteParent(String kind, String name, String namespace, String listener) {

  /** Empty for a platform whose previews are reached by no Gateway. */
  public static Optional<RouteParent> of(Platform platform) {
    return platform.exposure().byGateway().map(entrance -> of(platform.name(), entrance));
  }

  static RouteParent of(String platform, ByGateway entrance) {
    GatewayRef gateway = entrance.gateway();
    boolean listenerSet =
        entrance.own().map(own -> own.kind() == Own.Kind.LISTENER_SET).orElse(false);
    return new RouteParent(
        listenerSet ? "ListenerSet" : "Gateway",
        listenerSet ? platform + "-previews" : gateway.name(),
        gateway.namespace(),
        gateway.listener());
  }

  Scope put(Scope scope) {
    return scope
        .put("parent.kind", kind)
        .put("parent.name", name)
        .put("parent.namespace", namespace)
        .put("parent.listener", listener);
  }
}
