package dev.mayfly.manifest;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a route of a kind of its own says what it leads to, or what it has requests pass through:
 * with the controller's rights it may be anything of the cluster.
 *
 * @param steps keys, where {@code *} is each item of a list
 */
public record TargetPlace(GroupKind kind, List<String> steps, Form form) {
  /** What stands there. */
  public enum Form {
    /** A {@code name}, with an optional {@code namespace}. */
    NAMED,
    /** A text that names a Service. */
    TEXT,
    /** The proxy's own configuration, which may lead anywhere: nothing may stand there. */
    CLOSED
  }

  private static final String NGINX = "k8s.nginx.org";
  private static final String GLOO = "gateway.solo.io";
  private static final String CONTOUR = "projectcontour.io";
  private static final String ISTIO = "networking.istio.io";

  /** Traefik docs, "Kubernetes IngressRoute & Traefik CRD". */
  private static final List<TargetPlace> TRAEFIK =
      HostPlace.TRAEFIK.stream()
          .sorted()
          .flatMap(group ->
              List.of(
                  named(group, "IngressRoute", "spec.routes.*.services.*"),
                  named(group, "IngressRoute", "spec.routes.*.middlewares.*"),
                  named(group, "IngressRoute", "spec.tls.options"),
                  named(group, "IngressRoute", "spec.tls.store"),
                  named(group, "IngressRouteTCP", "spec.routes.*.services.*"),
                  named(group, "IngressRouteTCP", "spec.routes.*.middlewares.*"),
                  named(group, "IngressRouteTCP", "spec.tls.options"),
                  named(group, "IngressRouteTCP", "spec.tls.store"),
                  named(group, "IngressRouteUDP", "spec.routes.*.services.*"),
                  named(group, "TraefikService", "spec.weighted.services.*"),
                  named(group, "TraefikService", "spec.highestRandomWeight.services.*"),
                  named(group, "TraefikService", "spec.mirroring"),
                  named(group, "TraefikService", "spec.mirroring.mirrors.*"),
                  named(group, "Middleware", "spec.chain.middlewares.*"),
                  named(group, "Middleware", "spec.errors.service"))
                  .stream())
          .toList();

  private static final List<TargetPlace> OTHERS =
      List.of(
          named("route.openshift.io", "Route", "spec.to"),
          named("route.openshift.io", "Route", "spec.alternateBackends.*"),
          text(ISTIO, "VirtualService", "spec.http.*.route.*.destination.host"),
          text(ISTIO, "VirtualService", "spec.http.*.mirror.host"),
          text(ISTIO, "VirtualService", "spec.http.*.mirrors.*.destination.host"),
          named(ISTIO, "VirtualService", "spec.http.*.delegate"),
          text(ISTIO, "VirtualService", "spec.tls.*.route.*.destination.host"),
          text(ISTIO, "VirtualService", "spec.tcp.*.route.*.destination.host"),
          text(NGINX, "VirtualServer", "spec.upstreams.*.service"),
          text(NGINX, "VirtualServer", "spec.upstreams.*.backup"),
          text(NGINX, "VirtualServer", "spec.routes.*.route"),
          named(NGINX, "VirtualServer", "spec.policies.*"),
          named(NGINX, "VirtualServer", "spec.routes.*.policies.*"),
          closed("VirtualServer", "spec.http-snippets"),
          closed("VirtualServer", "spec.server-snippets"),
          closed("VirtualServer", "spec.routes.*.location-snippets"),
          text(NGINX, "VirtualServerRoute", "spec.upstreams.*.service"),
          text(NGINX, "VirtualServerRoute", "spec.upstreams.*.backup"),
          named(NGINX, "VirtualServerRoute", "spec.subroutes.*.policies.*"),
          closed("VirtualServerRoute", "spec.subroutes.*.location-snippets"),
          text(NGINX, "TransportServer", "spec.upstreams.*.service"),
          text(NGINX, "TransportServer", "spec.upstreams.*.backup"),
          closed("TransportServer", "spec.serverSnippets"),
          closed("TransportServer", "spec.streamSnippets"),
          text("zalando.org", "RouteGroup", "spec.backends.*.serviceName"),
          text("zalando.org", "RouteGroup", "spec.backends.*.address"),
          text("zalando.org", "RouteGroup", "spec.backends.*.endpoints.*"),
          text("apisix.apache.org", "ApisixRoute", "spec.http.*.backends.*.serviceName"),
          named("apisix.apache.org", "ApisixRoute", "spec.http.*.upstreams.*"),
          text("getambassador.io", "Mapping", "spec.service"),
          named(GLOO, "VirtualService", "spec.virtualHost.routes.*.delegateAction.ref"),
          named(GLOO, "VirtualService", "spec.virtualHost.routes.*.routeAction.single.upstream"),
          named(GLOO, "VirtualService", "spec.virtualHost.routes.*.routeAction.single.kube.ref"),
          named(CONTOUR, "HTTPProxy", "spec.includes.*"),
          named(CONTOUR, "HTTPProxy", "spec.routes.*.services.*"),
          named(CONTOUR, "HTTPProxy", "spec.tcpproxy.services.*"),
          text(CONTOUR, "HTTPProxy", "spec.virtualhost.tls.secretName"),
          named(CONTOUR, "HTTPProxy", "spec.virtualhost.authorization.extensionRef"));

  public static final List<TargetPlace> ALL =
      Stream.concat(TRAEFIK.stream(), OTHERS.stream()).toList();

  private static TargetPlace named(String group, String kind, String path) {
    return of(group, kind, path, Form.NAMED);
  }

  private static TargetPlace text(String group, String kind, String path) {
    return of(group, kind, path, Form.TEXT);
  }

  /** F5 NGINX Ingress Controller docs, "VirtualServer and VirtualServerRoute resources". */
  private static TargetPlace closed(String kind, String path) {
    return of(NGINX, kind, path, Form.CLOSED);
  }

  private static TargetPlace of(String group, String kind, String path, Form form) {
    return new TargetPlace(new GroupKind(group, kind), List.of(path.split("\\.")), form);
  }

  /** What an object of the kind has there. */
  public Stream<Node> in(Node object) {
    return HostPlace.at(object, steps);
  }

  /** How a text says a Service of a namespace; beside production its own name alone. */
  public static String pattern(String namespace, boolean shared) {
    String name = "[a-z0-9][-a-z0-9]*";
    return shared
        ? name + "(:[0-9]+)?"
        : "(https?://)?" + name + "([.]" + namespace + "([.]svc([.]cluster[.]local)?)?)?(:[0-9]+)?";
  }

  /** What stands in a name of something that is not of Kubernetes, or of another namespace. */
  public static final String FOREIGN = "[@/]";
}
