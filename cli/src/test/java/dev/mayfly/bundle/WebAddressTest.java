package dev.mayfly.bundle;

import static dev.mayfly.bundle.CutOffCase.config;
import static dev.mayfly.bundle.CutOffCase.said;
import static dev.mayfly.bundle.CutOffCase.withPod;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A web address that pods call is said where nothing lets them out; others are none to be known.
 */
class WebAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "S3_ENDPOINT|https://s3.acme.dev|s3.acme.dev:443",
        "AWS_ENDPOINT_URL_S3|http://minio.acme.dev:9000/bucket|minio.acme.dev:9000",
        "OTEL_EXPORTER_OTLP_ENDPOINT|http://otel.acme.dev:4318|otel.acme.dev:4318",
        "spring.security.oauth2.resourceserver.jwt.jwk-set-uri|https://login.acme.dev/certs?a=b|login.acme.dev:443",
        "SLACK_WEBHOOK_URL|https://hooks.slack.com/services/T0/B0|hooks.slack.com:443",
        "ELASTICSEARCH_URL|https://u:p@es.acme.dev:9243|es.acme.dev:9243",
        "https_proxy|http://proxy.acme.dev:3128|proxy.acme.dev:3128",
        "VAULT_ADDR|'https://[2606:50c0::1]:8200'|[2606:50c0::1]:8200",
        "S3_ENDPOINT|http://10.20.0.5|10.20.0.5:80",
        "BACKEND|http://billing.payments.svc.cluster.local:8080/v1|billing.payments.svc.cluster.local:8080",
        "PUBLIC_URL|http://billing.payments.svc|billing.payments.svc:80"
      })
  void whatOnlyPodsCall(String key, String value, String named) {
    assertThat(said(env(key, value))).containsExactly(named);
    assertThat(said(config(key, value))).containsExactly(named);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUBLIC_URL|https://shop.acme.dev",
        "API_URL|https://api.acme.dev",
        "OIDC_ISSUER|https://login.acme.dev/realms/a",
        "CORS_ORIGIN|https://shop.acme.dev",
        "NEXT_PUBLIC_S3_ENDPOINT|https://s3.acme.dev",
        "S3_DOCS_ENDPOINT|https://docs.acme.dev/s3",
        "S3_ENDPOINT|http://minio:9000",
        "S3_ENDPOINT|http://localhost:9000",
        "S3_ENDPOINT|http://127.0.0.1:9000",
        "S3_ENDPOINT|https://s3.example.com",
        "S3_ENDPOINT|https://minio.local",
        "S3_ENDPOINT|https://files-7.preview.example.dev",
        "S3_ENDPOINT|https://preview.example.dev/files",
        "S3_ENDPOINT|https://$(BUCKET_HOST)/",
        "S3_ENDPOINT|https://s3.acme.dev$(BUCKET_PATH)",
        "S3_ENDPOINT|'see https://s3.acme.dev for more'",
        "S3_ENDPOINT|s3.acme.dev",
        "BACKEND|http://orders.pr-7-orders.svc:8080",
        "JWKS|https://login.acme.dev",
        "MY_ENDPOINT|https://x.acme.dev"
      })
  void whatMayBeForOthersIsNotSaid(String key, String value) {
    assertThat(said(env(key, value))).isEmpty();
    assertThat(said(config(key, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"116, true", "117, false"})
  void keysOfUsualLengthAreRead(int before, boolean read) {
    assertThat(said(config("X".repeat(before) + "_S3_ENDPOINT", "https://s3.acme.dev")))
        .hasSize(read ? 1 : 0);
  }

  /** A browser has no Secret, so that what it is for is called by the pod. */
  @ParameterizedTest
  @CsvSource({
    "PAYMENTS_API_URL, PAYMENTS_TOKEN, true",
    "STRIPE_API_BASE, STRIPE_SECRET_KEY, true",
    "PAYMENTS_URL, PAYMENTS_API_KEY, true",
    "PAYMENTS_URL, BILLING_TOKEN, false",
    "PAYMENTS_URL, PAYMENTSX_TOKEN, false",
    "URL, PAYMENTS_TOKEN, false",
    "PAYMENTS, PAYMENTS_TOKEN, false",
    "VITE_MAPS_URL, VITE_MAPS_TOKEN, false"
  })
  void whatHasASecretBesideIt(String key, String secret, boolean called) {
    BundleCase bundle =
        withPod(
            "env: [{name: %s, value: 'https://pay.acme.dev/v1'}, {name: %s, valueFrom: {secretKeyRef: {name: s, key: k, optional: true}}}]"
                .formatted(key, secret));
    assertThat(said(bundle)).isEqualTo(called ? List.of("pay.acme.dev:443") : List.of());
  }

  @Test
  void whatIsLetOutIsNotSaid() {
    BundleCase bundle = env("S3_ENDPOINT", "https://s3.acme.dev");
    assertThat(said(bundle)).hasSize(1);
    bundle.platform(
        "      - {namespace: temporal",
        "      - {internet: true, ports: [80]}\n      - {namespace: temporal");
    assertThat(said(bundle)).hasSize(1);
    bundle.platform("ports: [80]", "ports: [80, 443]");
    assertThat(said(bundle)).isEmpty();
  }

  /** It calls for the pods, and is no different from what it calls. */
  @Test
  void aProxyCallsTheRest() {
    String pod =
        "env: [{name: S3_ENDPOINT, value: 'https://s3.acme.dev'}, {name: HTTPS_PROXY, value: 'http://%s:3128'}]";
    assertThat(said(withPod(pod.formatted("proxy")))).isEmpty();
    assertThat(said(withPod(pod.formatted("proxy.acme.dev"))))
        .containsExactly("proxy.acme.dev:3128");
  }

  @Test
  void aNetworkWithPoliciesOfItsOwnMayLetMoreOut() {
    BundleCase bundle = env("S3_ENDPOINT", "https://s3.acme.dev");
    bundle
        .platform(
            "resources:\n", "resources:\n        - {group: cilium.io, kind: CiliumNetworkPolicy}\n")
        .object(
            "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: s3}\nspec: {egress: [{toFQDNs:"
                + " [{matchName: s3.acme.dev}]}]}\n");
    assertThat(said(bundle)).isEmpty();
  }

  /** Files hold settings of pods, but what is sent to browsers. */
  @ParameterizedTest
  @CsvSource({"app.properties, 1", "settings, 1", "env.js, 0", "README.md, 0"})
  void filesAreReadByWhatTheyAreCalled(String file, int hosts) {
    BundleCase bundle =
        config(file, "x=1\\ns3.endpoint=https://s3.acme.dev\\npublic.url=https://shop.acme.dev\\n");
    assertThat(said(bundle)).hasSize(hosts);
  }

  private static BundleCase env(String key, String value) {
    return withPod("env: [{name: %s, value: '%s'}]".formatted(key, value));
  }
}
