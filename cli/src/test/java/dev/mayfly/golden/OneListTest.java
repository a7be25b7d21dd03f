package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.BundleChecks;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.manifest.HostPlace;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.TargetPlace;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The proof of a bundle and the admission policy go by one list of hosts, listeners and images:
 * what one lets through the other does not refuse.
 */
class OneListTest {
  private static final String NUMBER = "7";
  private static final String OWN = "orders-7.preview.example.dev";
  private static final String DIGEST = "sha256:" + "1".repeat(64);
  private static final String PARENT =
      "parentRefs: [{kind: Gateway, name: edge, namespace: gateway-system, sectionName: previews}], ";

  /** What the proof says of hosts, listeners and images. */
  private static final Set<String> JUDGED =
      Set.of(
          "foreign-host",
          "proxy-snippet",
          "foreign-listener",
          "foreign-image",
          "unpinned-image",
          "foreign-reference",
          "refused-annotation");

  private static final RenderedPlatform PLATFORM = platform();
  private static final PolicyProgram POLICY = policy();

  /** An object, and whether both let it through. */
  private record Case(String text, boolean permitted) {}

  private static RenderedPlatform platform() {
    Set<String> kinds = new LinkedHashSet<>();
    HostPlace.ALL.forEach(place ->
        kinds.add("{group: %s, kind: %s}".formatted(place.kind().group(), place.kind().kind())));
    for (String kind : List.of("IngressRoute", "IngressRouteTCP", "IngressRouteUDP")) {
      kinds.add("{group: traefik.io, kind: " + kind + "}");
    }
    TargetPlace.ALL.forEach(place ->
        kinds.add("{group: %s, kind: %s}".formatted(place.kind().group(), place.kind().kind())));
    kinds.add("{group: '', kind: Service}");
    kinds.add("{group: apps, kind: Deployment}");
    return RenderedPlatform.of(
        YamlDraft.example("primitives")
            .with("spec.apps.0.bundle.kind", "directory")
            .with("spec.apps.0.resources", "[" + String.join(", ", kinds) + "]")
            .with("spec.apps.0.thirdParty", "[docker.io/library/postgres, 'quay.io/minio/*']"),
        NUMBER);
  }

  private static PolicyProgram policy() {
    String text = PLATFORM.platformSet().get("platform/admission-policy-orders.yaml");
    try {
      return new PolicyProgram(PlainTrees.read("policy", String.valueOf(text)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (HostPlace place : HostPlace.ALL) {
      for (String host : List.of(OWN, "www.example.com", "*." + OWN, OWN + ".evil.example")) {
        cases.add(new Case(object(place, spec(place, "'" + host + "'")), host.equals(OWN)));
      }
      if (place.required()) {
        cases.add(new Case(object(place, "{}"), false));
      }
    }
    String rule =
        "apiVersion: traefik.io/v1alpha1\nkind: %s\nmetadata: {name: x}\nspec: {routes: [{match: '%s'}]}\n";
    cases.add(new Case(rule.formatted("IngressRoute", "Host(`" + OWN + "`)"), true));
    cases.add(new Case(rule.formatted("IngressRoute", "Host(`" + OWN + "`) && Path(`/a`)"), true));
    cases.add(new Case(rule.formatted("IngressRoute", "Host(`" + OWN + "`) || Path(`/a`)"), false));
    cases.add(
        new Case(
            rule.formatted("IngressRoute", "Host(`" + OWN + "`) && Path(`/`) || Path(`/a`)"),
            false));
    cases.add(new Case(rule.formatted("IngressRoute", "Host(`www.example.com`)"), false));
    String former = rule.replace("traefik.io", "traefik.containo.us");
    cases.add(new Case(former.formatted("IngressRoute", "Host(`" + OWN + "`)"), true));
    cases.add(new Case(former.formatted("IngressRoute", "Host(`www.example.com`)"), false));
    cases.add(new Case(rule.formatted("IngressRouteTCP", "HostSNI(`" + OWN + "`)"), true));
    cases.add(new Case(rule.formatted("IngressRouteTCP", "HostSNI(`*`)"), false));
    cases.add(new Case(rule.formatted("IngressRouteUDP", ""), false));
    for (String key : HostPlace.ANNOTATIONS) {
      cases.add(new Case(service(key, OWN), true));
      cases.add(new Case(service(key, "www.example.com"), false));
    }
    cases.add(new Case(service("nginx.ingress.kubernetes.io/configuration-snippet", "x"), false));
    for (String kind : List.of("HTTPRoute", "GRPCRoute", "TLSRoute")) {
      String route = object("gateway.networking.k8s.io", kind, "{PARENThostnames: [" + OWN + "]}");
      cases.add(new Case(route.replace("PARENT", PARENT), true));
      cases.add(new Case(route.replace("PARENT", ""), false));
      cases.add(new Case(route.replace("PARENT", "parentRefs: [], "), false));
      for (String part : List.of("edge", "gateway-system", "previews", "Gateway")) {
        cases.add(new Case(route.replace("PARENT", PARENT.replace(part, "other")), false));
      }
    }
    targets(cases);
    images().forEach((image, permitted) -> cases.add(new Case(deployment(image), permitted)));
    return cases;
  }

  /** Every place that says where a route leads, with what is the preview's and what is not. */
  private static void targets(List<Case> cases) {
    for (TargetPlace place : TargetPlace.ALL) {
      List<String> own =
          switch (place.form()) {
            case TEXT ->
                List.of("web", "'web:80'", "http://web.pr-7-orders.svc", "web.pr-7-orders");
            case NAMED -> List.of("{name: web}", "{name: web, namespace: pr-7-orders}");
            case CLOSED -> List.of();
          };
      List<String> foreign =
          switch (place.form()) {
            case TEXT ->
                List.of(
                    "web.production",
                    "'http://10.0.0.1'",
                    "https://www.example.com",
                    "production/web",
                    "web.pr-7-orders.evil.example",
                    "\"web\\nx\"");
            case NAMED ->
                List.of(
                    "{name: web, namespace: production}",
                    "{name: 'api@internal'}",
                    "{name: 'x@file'}",
                    "{name: production/web}",
                    "{name: web, namespace: ''}");
            case CLOSED -> List.of("'proxy_pass http://evil.example;'", "''");
          };
      boolean hosted = !place.kind().kind().equals("IngressRouteUDP");
      own.forEach(target -> cases.add(new Case(leading(place, target), hosted)));
      foreign.forEach(target -> cases.add(new Case(leading(place, target), false)));
    }
    String ingress =
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: x, annotations: {%s: '%s'}}\nspec: {rules: [{host: "
            + OWN
            + "}]}\n";
    String nginx = "nginx.ingress.kubernetes.io/";
    cases.add(new Case(ingress.formatted(nginx + "proxy-body-size", "20m"), true));
    cases.add(new Case(ingress.formatted("cert-manager.io/cluster-issuer", "acme"), true));
    cases.add(new Case(ingress.formatted(nginx + "rewrite-target", "/$1"), true));
    cases.add(new Case(ingress.formatted(nginx + "rewrite-target", "//evil.example"), false));
    cases.add(new Case(ingress.formatted(nginx + "auth-secret", "users"), true));
    cases.add(new Case(ingress.formatted(nginx + "auth-secret", "production/users"), false));
    cases.add(new Case(ingress.formatted(nginx + "auth-url", "https://$host/oauth2/auth"), true));
    cases.add(new Case(ingress.formatted(nginx + "auth-url", "https://login.example.dev/a"), true));
    cases.add(new Case(ingress.formatted(nginx + "auth-url", "http://shop.production.svc"), false));
    cases.add(new Case(ingress.formatted(nginx + "canary", "true"), false));
    cases.add(new Case(ingress.formatted("alb.ingress.kubernetes.io/conditions.x", "[]"), false));
    cases.add(
        new Case(
            ingress.formatted(
                "traefik.ingress.kubernetes.io/router.middlewares", "a-b@kubernetescrd"),
            false));
    cases.add(new Case(ingress.formatted("haproxy.org/backend-config-snippet", "x"), false));
  }

  /** A route of the kind with the preview's own host that leads there. */
  private static String leading(TargetPlace place, String target) {
    String group = place.kind().group();
    String kind = place.kind().kind();
    boolean udp = kind.equals("IngressRouteUDP");
    String value = target;
    for (String step : place.steps().subList(1, place.steps().size()).reversed()) {
      value = step.equals("*") ? "[" + value + "]" : "{" + step + ": " + value + "}";
    }
    String traefik = kind.endsWith("TCP") ? "HostSNI(`" : "Host(`";
    String spec = value.substring(1);
    if (HostPlace.TRAEFIK.contains(group) && kind.startsWith("IngressRoute") && !udp) {
      String match = "match: '" + traefik + OWN + "`)'";
      spec =
          spec.startsWith("routes: [{")
              ? "routes: [{" + match + ", " + spec.substring("routes: [{".length())
              : "routes: [{" + match + "}], " + spec;
    }
    for (HostPlace host : HostPlace.ALL) {
      if (host.kind().equals(place.kind())) {
        spec = merged(spec, host.steps().subList(1, host.steps().size()));
      }
    }
    return object(group, kind, "{" + spec);
  }

  /** Puts the preview's host beside what is there: below a key that both have, or first. */
  private static String merged(String spec, List<String> steps) {
    String value = OWN;
    for (String step : steps.reversed()) {
      value = step.equals("*") ? "[" + value + "]" : "{" + step + ": " + value + "}";
    }
    String first =
        steps.getFirst() + ": " + (steps.size() > 1 && steps.get(1).equals("*") ? "[{" : "{");
    String inner =
        value.substring(1 + first.length(), value.length() - (first.endsWith("[{") ? 3 : 2));
    return spec.startsWith(first) && !inner.isEmpty() && steps.size() > 2
            || spec.startsWith(first) && first.endsWith(": {")
        ? first + inner + ", " + spec.substring(first.length())
        : value.substring(1, value.length() - 1) + ", " + spec;
  }

  private static Map<String, Boolean> images() {
    Map<String, Boolean> images = new TreeMap<>();
    for (String mine :
        List.of(
            "ghcr.io/acme/orders",
            "ghcr.io/acme/orders:1.2",
            "docker.io/library/postgres:16-alpine",
            "docker.io/postgres",
            "index.docker.io/library/postgres",
            "library/postgres",
            "postgres:16",
            "quay.io/minio/mc:RELEASE.2025",
            "quay.io/minio/minio")) {
      images.put(mine + "@" + DIGEST, true);
      images.put(mine, false);
    }
    for (String other :
        List.of(
            "ghcr.io/acme/other",
            "ghcr.io/acme/orders/x",
            "ghcrxio/acme/orders",
            "docker.io/evil/postgres",
            "evil.example/library/postgres",
            "docker.io/library/postgres2",
            "localhost/postgres",
            "quay.io/minio/mc/x",
            "quay.io/other/mc",
            "minio/mc")) {
      images.put(other + "@" + DIGEST, false);
    }
    images.put("postgres@" + DIGEST.toUpperCase(java.util.Locale.ROOT), false);
    return images;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bothJudgeAlike(Case one) throws Exception {
    List<Problem> proof = proof(one.text).stream().filter(p -> JUDGED.contains(p.id())).toList();
    Object object =
        TrackedObject.of(
            PolicyProgram.value(
                PlainTrees.read(
                    "case", one.text.replace("{name: x", "{namespace: pr-7-orders, name: x"))),
            PLATFORM.application("orders", NUMBER));
    List<String> refusals = POLICY.refusals(object, null);
    if (one.permitted) {
      assertThat(proof).isEmpty();
      assertThat(refusals).as(POLICY.errors().toString()).isEmpty();
    } else {
      assertThat(proof).extracting(Problem::severity).contains(Severity.ERROR);
      assertThat(refusals).isNotEmpty();
    }
  }

  @Test
  void thereAreCasesOfBothSorts() {
    assertThat(cases().stream().collect(Collectors.partitioningBy(Case::permitted)).values())
        .allSatisfy(some -> assertThat(some).hasSizeGreaterThan(20));
  }

  private static List<Problem> proof(String text) {
    Blueprint blueprint = PLATFORM.loaded().blueprints().getFirst();
    PreviewFacts facts =
        new PreviewFacts(
            new PullRequest(
                blueprint.app().repository(),
                PullRequestNumber.parse(NUMBER).orElseThrow(),
                new CommitSha("a".repeat(40))),
            Map.of("app", new ImageDigest(DIGEST)),
            Optional.empty());
    return BundleChecks.run(
        blueprint,
        facts,
        new BundleFiles(
            "deploy", new TreeMap<>(Map.of("x.yaml", text.getBytes(StandardCharsets.UTF_8)))),
        new TreeMap<>(),
        Overlay.of(blueprint, Templates.bundled()).files(facts),
        RenderTool.NONE);
  }

  /** The part of an object that a place leads to; what else the kind needs is added. */
  private static String spec(HostPlace place, String host) {
    List<String> steps = place.steps().subList(1, place.steps().size());
    String value = host;
    for (String step : steps.reversed()) {
      value = step.equals("*") ? "[" + value + "]" : "{" + step + ": " + value + "}";
    }
    boolean route = HostPlace.isRoute(place.kind());
    boolean rules = place.kind().kind().equals("Ingress") && !place.required();
    String more = route ? PARENT : rules ? "rules: [{host: " + OWN + "}], " : "";
    return "{" + more + value.substring(1);
  }

  private static String object(HostPlace place, String spec) {
    return object(place.kind().group(), place.kind().kind(), spec);
  }

  private static String object(String group, String kind, String spec) {
    return "apiVersion: %s/v1\nkind: %s\nmetadata: {name: x}\nspec: %s\n"
        .formatted(group, kind, spec);
  }

  private static String service(String annotation, String value) {
    return "apiVersion: v1\nkind: Service\nmetadata: {name: x, annotations: {%s: '%s'}}\nspec: {ports: [{port: 80}]}\n"
        .formatted(annotation, value);
  }

  private static String deployment(String image) {
    return Stream.of(
            "apiVersion: apps/v1",
            "kind: Deployment",
            "metadata: {name: x}",
            "spec: {template: {spec: {containers: [{name: a, image: '" + image + "'}]}}}\n")
        .collect(Collectors.joining("\n"));
  }
}
