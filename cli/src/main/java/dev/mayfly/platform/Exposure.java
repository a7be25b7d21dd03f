package dev.mayfly.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a preview is reached from outside.
 *
 * @param domain previews are served below it, each host by one label; none where nothing is served
 * @param wildcards domains below {@code domain} whose hosts a certificate covers by a wildcard too
 * @param entrance what leads to the Services of previews; none where bundles bring all their routes
 */
public record Exposure(
    Optional<String> domain,
    List<String> wildcards,
    Optional<? extends Entrance> entrance,
    Access access) {

  public Exposure {
    wildcards = List.copyOf(wildcards);
  }

  /** What leads to the Services of previews. */
  public sealed interface Entrance {
    /**
     * Where its pods run, whose traffic is let in; empty where it sends from outside the cluster.
     */
    Optional<String> pods();
  }

  /**
   * A listener of a Gateway.
   *
   * @param namespace where the Gateway's proxies run
   * @param own what to render of the Gateway itself, when it is not owned elsewhere
   */
  public record ByGateway(GatewayRef gateway, String namespace, Optional<Own> own)
      implements Entrance {
    @Override
    public Optional<String> pods() {
      return Optional.of(namespace);
    }
  }

  /**
   * An ingress controller.
   *
   * @param className the IngressClass
   * @param pods where the controller's pods run; empty where a load balancer outside the cluster
   *     sends to the pods of previews, which {@link NamespacePolicy#ingress} then lets in
   * @param certificate what its TLS is made of; the controller's default certificate when empty
   * @param annotations what the admins put on each Ingress
   */
  public record ByIngress(
      String className,
      Optional<String> pods,
      Optional<? extends Certificate> certificate,
      Map<String, String> annotations)
      implements Entrance {}

  /** Where an Ingress has its certificate from. */
  public sealed interface Certificate {}

  /** A Secret in the namespace of the preview. */
  public record InSecret(String name) implements Certificate {}

  /** cert-manager, which issues one for the hosts of each preview. */
  public record Issued(String issuer, String issuerKind) implements Certificate {}

  /** Who may open a preview. */
  public sealed interface Access {
    /** Whether a SecurityPolicy is rendered, by which an Envoy Gateway asks itself. */
    default boolean atGateway() {
      return false;
    }

    /**
     * Whether a route for every host below the domain is rendered: a Gateway asks route by route,
     * and so at names that nobody has too.
     */
    default boolean catchAll() {
      return false;
    }
  }

  /** Nobody is asked. Must be written out. */
  public record Open() implements Access {}

  /**
   * Cloudflare Access on the wildcard.
   *
   * @param audience the Access application's AUD tag
   * @param atGateway the policy checks the signed header
   */
  public record Cloudflare(String team, String audience, boolean atGateway, boolean catchAll)
      implements Access {}

  /**
   * An OpenID Connect login before every preview.
   *
   * @param issuer as its tokens name it, which is compared letter by letter
   * @param client whose login it is; empty where any client of the issuer will do
   * @param atGateway the policy asks for the login
   */
  public record Oidc(
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
  public record NetworkOnly(List<String> networks, boolean atGateway, boolean catchAll)
      implements Access {
    public NetworkOnly {
      networks = List.copyOf(networks);
    }
  }

  /** A Gateway or ListenerSet of our own with a wildcard certificate. */
  public record Own(Kind kind, String className, String issuer, String issuerKind) {
    /** What carries the listener. */
    public enum Kind {
      GATEWAY,
      LISTENER_SET
    }
  }

  public Optional<ByGateway> byGateway() {
    return entrance.filter(ByGateway.class::isInstance).map(ByGateway.class::cast);
  }

  public Optional<ByIngress> byIngress() {
    return entrance.filter(ByIngress.class::isInstance).map(ByIngress.class::cast);
  }

  /** What to render of the Gateway itself. */
  public Optional<Own> own() {
    return byGateway().flatMap(ByGateway::own);
  }

  /** Whether each host gets a certificate of its own, so that it may have any number of labels. */
  public boolean issuesForEachHost() {
    return byIngress().flatMap(ByIngress::certificate).filter(Issued.class::isInstance).isPresent();
  }
}
