package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tunes a controller passes; what leads elsewhere is refused in {@code golden/errors}. */
class IngressAnnotationsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nginx.ingress.kubernetes.io/proxy-read-timeout | 600",
        "nginx.ingress.kubernetes.io/whitelist-source-range | 10.0.0.0/8",
        "nginx.ingress.kubernetes.io/ssl-redirect | true",
        "nginx.ingress.kubernetes.io/rewrite-target | /$2",
        "nginx.ingress.kubernetes.io/rewrite-target | /",
        "nginx.ingress.kubernetes.io/use-regex | true",
        "nginx.ingress.kubernetes.io/auth-secret | users",
        "nginx.ingress.kubernetes.io/auth-url | https://login.acme.dev/oauth2/auth",
        "nginx.ingress.kubernetes.io/auth-signin | https://login.acme.dev/start?rd=$escaped_request_uri",
        "nginx.ingress.kubernetes.io/auth-url | https://$host/oauth2/auth",
        "nginx.ingress.kubernetes.io/auth-signin | https://$host/oauth2/start?rd=$escaped_request_uri",
        "nginx.ingress.kubernetes.io/auth-url | https://login.acme.dev:8443",
        "nginx.ingress.kubernetes.io/auth-url | http://oauth2-proxy.auth.svc.cluster.local/oauth2/auth",
        "nginx.ingress.kubernetes.io/backend-protocol | GRPC",
        "nginx.ingress.kubernetes.io/cors-allow-headers | X-One,X-Two",
        "nginx.org/client-max-body-size | 20m",
        "haproxy.org/timeout-server | 60s",
        "traefik.ingress.kubernetes.io/router.entrypoints | websecure",
        "alb.ingress.kubernetes.io/group.name | previews",
        "cert-manager.io/renew-before | 240h"
      })
  void whatTunesPasses(String key, String value) {
    assertThat(IngressAnnotations.refusal(below("preview.acme.dev"), key, value)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nginx.ingress.kubernetes.io/auth-url | http://login.acme.dev/auth",
        "nginx.ingress.kubernetes.io/auth-url | https://login.acme.dev.evil.example/auth",
        "nginx.ingress.kubernetes.io/auth-url | https://evil.example/?x=.acme.dev",
        "nginx.ingress.kubernetes.io/auth-url | https://login.acme.dev@evil.example/",
        "nginx.ingress.kubernetes.io/auth-url | https://$host.evil.example/auth",
        "nginx.ingress.kubernetes.io/auth-url | https://login.acme.dev:443@evil.example/",
        "nginx.ingress.kubernetes.io/auth-url | https://acme.dev.example/",
        "nginx.ingress.kubernetes.io/auth-url | https://loginXacme.dev/",
        "nginx.ingress.kubernetes.io/auth-url | not a url",
        "nginx.ingress.kubernetes.io/auth-proxy-set-headers | production/headers",
        "nginx.org/location-snippets | x",
        "nginx.org/mergeable-ingress-type | minion",
        "nginx.ingress.kubernetes.io/canary-weight | 10",
        "konghq.com/host-aliases | shop.acme.dev",
        "konghq.com/plugins | x"
      })
  void whatLeadsElsewhereDoesNot(String key, String value) {
    assertThat(IngressAnnotations.refusal(below("preview.acme.dev"), key, value)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"https://login.acme.dev/, true", "https://login.other.dev/, false"})
  void aDomainOfTwoLabelsHasNoOthersBesideIt(String url, boolean passes) {
    assertThat(
            IngressAnnotations.refusal(
                    below("acme.dev"), "nginx.ingress.kubernetes.io/auth-url", url)
                .isEmpty())
        .isEqualTo(passes);
  }

  /** The platform's own question may stand in a bundle's Ingress too, and no other Service. */
  @Test
  void aBundleAsksWhomThePlatformAsks() {
    String key = "nginx.ingress.kubernetes.io/auth-url";
    String value = "http://oauth2-proxy.auth.svc/oauth2/auth";
    Exposure asking =
        new Exposure(
            Optional.of("preview.acme.dev"),
            List.of(),
            Optional.of(
                new Entrance.ByIngress(
                    "nginx",
                    Optional.of("x"),
                    Optional.empty(),
                    Map.of(key, value, "haproxy.org/x", "http://shop.production.svc/"))),
            new Access.Open());
    assertThat(IngressAnnotations.ofBundles(asking)).noneMatch(rule -> rule.refuses(key, value));
    assertThat(IngressAnnotations.ofBundles(asking))
        .anyMatch(rule -> rule.refuses(key, "http://shop.production.svc/"));
    assertThat(IngressAnnotations.ofBundles(below("preview.acme.dev")))
        .anyMatch(rule -> rule.refuses(key, value))
        .noneMatch(rule -> rule.refuses(key, "https://login.acme.dev/auth"));
  }

  private static Exposure below(String domain) {
    return new Exposure(Optional.of(domain), List.of(), Optional.empty(), new Access.Open());
  }
}
