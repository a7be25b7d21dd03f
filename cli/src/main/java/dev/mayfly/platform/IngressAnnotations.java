package dev.mayfly.platform;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Annotations that lead the traffic of a preview past its host or its Services, and why each kind
 * is refused. What only tunes a controller passes. The names are those of ingress-nginx
 * ("Annotations"), F5's nginx, HAProxy, Traefik, the AWS load balancer controller, Kong,
 * external-dns and cert-manager, without the prefix that says whose they are.
 */
final class IngressAnnotations {
  /** Why an annotation is refused, and what to do. */
  record Refusal(String reason, String hint) {}

  private record Rule(String names, String values, Refusal refusal) {}

  private static final String ANY = ".*";
  private static final String REMOVE = "leave it out";

  private static final List<Rule> RULES =
      List.of(
          rule(
              "(argocd\\.argoproj\\.io|mayfly\\.dev|kubectl\\.kubernetes\\.io|meta\\.helm\\.sh)/.*",
              ANY,
              "belongs to what applies the object",
              REMOVE),
          rule(
              "kubernetes\\.io/ingress\\.class",
              ANY,
              "says the class a second time",
              "write `ingress.class`"),
          rule(
              "cert-manager\\.io/(cluster-issuer|issuer|issuer-kind|issuer-group)|kubernetes\\.io/tls-acme",
              ANY,
              "says a second time where the certificate comes from",
              "write `ingress.tls.issuer`"),
          rule(
              "cert-manager\\.io/(common-name|alt-names|[a-z]+-sans?)",
              ANY,
              "asks for a certificate of other names",
              REMOVE),
          rule(
              "external-dns\\..*|.*/(server-alias|host-aliases|server-name)",
              ANY,
              "claims hosts beside the preview's",
              "a wildcard record serves all previews"),
          rule(
              ".*(snippets?|config-(backend|frontend|global|defaults|proxy|tcp)[a-z-]*)",
              ANY,
              "writes into the configuration of a proxy that serves others too",
              REMOVE),
          rule(
              ".*/(permanent-redirect|temporal-redirect|request-redirect|redirect-to|from-to-www-redirect|upstream-vhost"
                  + "|set-host|actions\\..*|conditions\\..*|mergeable-ingress-type|route-acl)",
              ANY,
              "leads requests elsewhere",
              "route to the preview's own Services"),
          rule(".*/mirror-[a-z-]+", ANY, "sends a copy of each request elsewhere", REMOVE),
          rule(".*/canary([a-z-]*)", ANY, "gives requests of a host to another Ingress", REMOVE),
          rule(
              ".*/rewrite-target",
              "(?!/([^/]|$)).*",
              "leads requests elsewhere",
              "write a path that begins with one slash"),
          rule(
              ".*/(router\\.middlewares|plugins)",
              ANY,
              "names objects of other namespaces that may lead requests anywhere",
              "list the controller's own kind in `apps[].resources`, and bring the route in the bundle"),
          rule(
              ".*(secret|headers|configmap)",
              "[^/]+/[^/]+",
              "names an object of another namespace",
              "name one of the preview's namespace"));

  private IngressAnnotations() {}

  static Optional<Refusal> refusal(Exposure exposure, String key, String value) {
    for (Rule rule : RULES) {
      if (key.matches(rule.names()) && value.matches(rule.values())) {
        return Optional.of(rule.refusal());
      }
    }
    boolean asks = key.matches(".*/auth-(url|signin)");
    return asks && !isNear(exposure.domain().orElse(""), value)
        ? Optional.of(
            new Refusal(
                "sends each request's cookies to another domain",
                "name a host beside `exposure.domain`, or a Service as http://NAME.NAMESPACE.svc"))
        : Optional.empty();
  }

  /** A host under the parent of the domain, or a Service of the cluster. */
  private static boolean isNear(String domain, String url) {
    String host;
    try {
      host = String.valueOf(URI.create(url.replaceAll("[?#].*", "")).getHost());
    } catch (IllegalArgumentException e) {
      return false;
    }
    String parent = domain.substring(domain.indexOf('.') + 1);
    String near = parent.contains(".") ? parent : domain;
    boolean inside = host.matches("[a-z0-9-]+\\.[a-z0-9-]+\\.svc(\\.cluster\\.local)?");
    boolean beside = url.startsWith("https://") && (host.equals(near) || host.endsWith("." + near));
    return inside || beside;
  }

  private static Rule rule(String names, String values, String reason, String hint) {
    return new Rule(names, values, new Refusal(reason, hint));
  }
}
