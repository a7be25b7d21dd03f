package dev.mayfly.platform;

import java.util.Optional;

/**
 * How a preview is reached from outside.
 *
 * @param domain previews are served one label below it
 * @param proxyNamespace where the Gateway's proxies run; their traffic is let in
 * @param own what to render of the Gateway itself, when it is not owned elsewhere
 */
public record Exposure(
    String domain, GatewayRef gateway, String proxyNamespace, Access access, Optional<Own> own) {

  /** Who may open a preview. */
  public sealed interface Access {}

  /** Nobody is asked. Must be written out. */
  public record Open() implements Access {}

  /**
   * Cloudflare Access on the wildcard.
   *
   * @param audience the Access application's AUD tag
   * @param verifyAtGateway render a SecurityPolicy that checks the signed header at an Envoy
   *     Gateway
   */
  public record Cloudflare(String team, String audience, boolean verifyAtGateway)
      implements Access {}

  /** A Gateway or ListenerSet of our own with a wildcard certificate. */
  public record Own(Kind kind, String className, String issuer, String issuerKind) {
    /** What carries the listener. */
    public enum Kind {
      GATEWAY,
      LISTENER_SET
    }
  }
}
