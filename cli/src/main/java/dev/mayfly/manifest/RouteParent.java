package dev.mayfly.manifest;

import dev.mayfly.platform.Exposure;
import dev.mayfly.platform.Exposure.Own;
import dev.mayfly.platform.GatewayRef;
import dev.mayfly.platform.Platform;
import dev.mayfly.template.Scope;

/**
 * What the previews' routes attach to. The listeners of a ListenerSet are reached by naming the
 * ListenerSet, not the Gateway that it extends (Gateway API, ListenerSet).
 */
public record RouteParent(String kind, String name, String namespace, String listener) {

  public static RouteParent of(Platform platform) {
    Exposure exposure = platform.exposure();
    GatewayRef gateway = exposure.gateway();
    boolean listenerSet =
        exposure.own().map(own -> own.kind() == Own.Kind.LISTENER_SET).orElse(false);
    return new RouteParent(
        listenerSet ? "ListenerSet" : "Gateway",
        listenerSet ? platform.name() + "-previews" : gateway.name(),
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
