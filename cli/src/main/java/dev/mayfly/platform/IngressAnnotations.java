package dev.mayfly.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Annotations that lead the traffic of a preview past its host or its Services, and why each kind
 * is refused. What only tunes a controller passes. The names are those of ingress-nginx
 * ("Annotations"), F5's nginx, HAProxy, Traefik, the AWS load balancer controller, Kong,
 * external-dns and cert-manager, without the prefix that says whose they are. Expressions are of
 * RE2's language, since an admission policy has them too.
 */
public final class IngressAnnotations {
  /**
   * A kind of annotation.
   *
   * @param names an expression for the keys
   * @param values an expression for the values that pass all the same
   * @param reason why others do not
   */
  public record Rule(String names, String values, String reason, String hint) {
    /** Whether an annotation is of this kind and does not pass. */
    public boolean refuses(String key, String value) {
      return key.matches(names) && !value.matches(values);
    }
  }

  private static final String NONE = "[^\\s\\S]";
  private static final String ASKING = ".*/auth-(url|signin)";
  private static final String REMOVE = "leave it out";

  /** What the platform itself says in another place. */
  private static final List<Rule> ELSEWHERE =
      List.of(
          new Rule(
              "(argocd\\.argoproj\\.io|mayfly\\.dev|kubectl\\.kubernetes\\.io|meta\\.helm\\.sh)/.*",
              NONE,
              "belongs to what applies the object",
              REMOVE),
          new Rule(
              "kubernetes\\.io/ingress\\.class",
              NONE,
              "says the class a second time",
              "write `ingress.class`"),
          new Rule(
              "cert-manager\\.io/(cluster-issuer|issuer|issuer-kind|issuer-group)|kubernetes\\.io/tls-acme",
              NONE,
              "says a second time where the certificate comes from",
              "write `ingress.tls.issuer`"),
          new Rule(
              "external-dns\\..*|.*/server-alias",
              NONE,
              "claims hosts beside the preview's",
              "a wildcard record serves all previews"));

  private static final List<Rule> ANYWHERE =
      List.of(
          new Rule(
              "cert-manager\\.io/(common-name|alt-names|[a-z]+-sans?)",
              NONE,
              "asks for a certificate of other names",
              REMOVE),
          new Rule(
              ".*/(host-aliases|server-name)",
              NONE,
              "claims hosts beside the preview's",
              "a wildcard record serves all previews"),
          new Rule(
              ".*(snippets?|config-(backend|frontend|global|defaults|proxy|tcp)[a-z-]*)",
              NONE,
              "writes into the configuration of a proxy that serves others too",
              REMOVE),
          new Rule(
              ".*/(permanent-redirect|temporal-redirect|request-redirect|redirect-to|from-to-www-redirect|upstream-vhost"
                  + "|set-host|actions\\..*|conditions\\..*|mergeable-ingress-type|route-acl)",
              NONE,
              "leads requests elsewhere",
              "route to the preview's own Services"),
          new Rule(".*/mirror-[a-z-]+", NONE, "sends a copy of each request elsewhere", REMOVE),
          new Rule(
              ".*/canary([a-z-]*)", NONE, "gives requests of a host to another Ingress", REMOVE),
          new Rule(
              ".*/rewrite-target",
              "/([^/].*)?",
              "leads requests elsewhere",
              "write a path that begins with one slash"),
          new Rule(
              ".*/(router\\.middlewares|plugins)",
              NONE,
              "names objects of other namespaces that may lead requests anywhere",
              "list the controller's own kind in `apps[].resources`, and bring the route in the bundle"),
          new Rule(
              ".*(secret|headers|configmap)",
              "[^/]*|[^/]+/|/.*",
              "names an object of another namespace",
              "name one of the preview's namespace"));

  private IngressAnnotations() {}

  /** Why an admin's annotation is refused. */
  static Optional<Rule> refusal(Exposure exposure, String key, String value) {
    List<Rule> rules = new ArrayList<>(ELSEWHERE);
    rules.addAll(ANYWHERE);
    rules.add(asks(exposure, "https?://[a-z0-9-]+\\.[a-z0-9-]+\\.svc(\\.cluster\\.local)?"));
    return rules.stream().filter(rule -> rule.refuses(key, value)).findFirst();
  }

  /**
   * Those that a bundle's Ingress is held to: what says where it belongs is judged by itself, and a
   * controller that asked any Service would reach what the preview may not, but for those that the
   * platform asks itself.
   */
  public static List<Rule> ofBundles(Exposure exposure) {
    List<Rule> rules = new ArrayList<>(ANYWHERE);
    List<String> asked =
        exposure.byIngress().stream()
            .flatMap(ingress -> ingress.annotations().entrySet().stream())
            .filter(entry -> entry.getKey().matches(ASKING))
            .map(entry -> Pattern.quote(entry.getValue()))
            .sorted()
            .toList();
    rules.add(asks(exposure, asked.isEmpty() ? NONE : String.join("|", asked)));
    return rules;
  }

  /** A host under the parent of the domain, or the request's own. */
  private static Rule asks(Exposure exposure, String more) {
    String domain = exposure.domain().orElse("");
    String parent = domain.substring(domain.indexOf('.') + 1);
    String near = (parent.contains(".") ? parent : domain).replace(".", "\\.");
    return new Rule(
        ASKING,
        "(https://(([a-z0-9-]+\\.)*" + near + "|\\$host)|" + more + ")(:[0-9]+)?([/?#].*)?",
        "sends each request's cookies to another domain",
        "name a host beside `exposure.domain`, or a Service as http://NAME.NAMESPACE.svc");
  }
}
