package dev.mayfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.EdgeMatrix;
import dev.mayfly.golden.PolicyProgram;
import dev.mayfly.golden.RenderedPlatform;
import dev.mayfly.golden.TrackedObject;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A real API server holds the routes of listed kinds that a bundle brings. */
@ResourceLock(ControlPlane.LOCK)
class ListedRoutePolicyTest {
  private static final String HOST = "web-7.preview.example.dev";

  @Test
  void routesOfAPreviewAreItsOwn() {
    ApiClient client = ControlPlane.client();
    YamlDraft draft = EdgeMatrix.all().get("overlay-manifest-listed-none");
    List<String> policies = ServerPolicies.of(ClusterObjects.ofPlatform(draft));
    String application = RenderedPlatform.of(draft, "7").application("orders", "7");
    Map<String, Boolean> permitted = new LinkedHashMap<>();
    String nginx = "k8s.nginx.org/v1";
    route(permitted, true, nginx, "VirtualServer", "host: %s, upstreams: [{name: a, service: a}]");
    route(permitted, false, nginx, "VirtualServer", "host: shop.example.dev");
    route(permitted, false, nginx, "VirtualServer", "host: %s, server-snippets: 'return 301 /;'");
    route(permitted, false, nginx, "VirtualServer", "host: %s, http-snippets: ''");
    route(permitted, true, nginx, "VirtualServer", "host: %s, routes: [{path: /}]");
    route(
        permitted,
        false,
        nginx,
        "VirtualServer",
        "host: %s, routes: [{path: /}, {path: /a, location-snippets: x}]");
    route(
        permitted, false, nginx, "VirtualServer", "host: %s, policies: [{name: a, namespace: b}]");
    route(permitted, true, "route.openshift.io/v1", "Route", "host: %s, to: {name: web}");
    route(permitted, false, "route.openshift.io/v1", "Route", "host: shop.example.dev");
    permitted.keySet().forEach(text -> define(client, ApiClient.read(text)));

    ServerPolicies.enforce(client, policies);
    Map<String, Boolean> answers = new LinkedHashMap<>();
    permitted.forEach((text, good) -> {
      Object tracked = TrackedObject.of(PolicyProgram.value(ApiClient.read(text)), application);
      ApiConnection.Answer answer = client.tryToApply(ObjectText.of(tracked));
      boolean byPolicy = answer.message().contains("ValidatingAdmissionPolicy '");
      assertThat(answer.isAccepted() || byPolicy).as(answer.message()).isTrue();
      answers.put(text, answer.isAccepted());
    });
    ServerPolicies.lift(client, policies);
    assertThat(answers).isEqualTo(permitted);
  }

  private static void route(
      Map<String, Boolean> routes, boolean good, String version, String kind, String spec) {
    routes.put(
        "{apiVersion: %s, kind: %s, metadata: {name: web, namespace: pr-7-orders}, spec: {%s}}"
            .formatted(version, kind, spec.formatted(HOST)),
        good);
  }

  private static void define(ApiClient client, Node object) {
    client.ensureNamespace(ApiClient.namespace(object));
    if (!client.serves(object)) {
      client.store(OpenDefinition.of(object));
    }
  }
}
