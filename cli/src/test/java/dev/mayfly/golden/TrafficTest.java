package dev.mayfly.golden;

import static dev.mayfly.golden.NetworkPolicies.End.outside;
import static dev.mayfly.golden.NetworkPolicies.End.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.NetworkPolicies.End;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preview may reach, and what may reach it, by the rendered policies themselves. */
class TrafficTest {
  private static final Map<String, String> ANY = Map.of("app", "any");
  private static final Map<String, String> DNS = Map.of("k8s-app", "kube-dns");

  private static NetworkPolicies policies(YamlDraft draft, String... numbers) {
    List<Node> documents =
        Stream.of(numbers)
            .flatMap(number ->
                RenderedPlatform.of(draft, number).overlays().entrySet().stream()
                    .filter(it -> it.getKey().contains("network-policy"))
                    .map(it -> PlainTrees.read(it.getKey(), it.getValue())))
            .toList();
    return new NetworkPolicies(documents);
  }

  /** The pods of preview 128 of an example, in its own namespace. */
  @ParameterizedTest
  @CsvSource({
    "kafka, app=any, 9092, true",
    "kafka, app=any, 9093, true",
    "kafka, app=any, 9094, false",
    "other, app=any, 9092, false",
    "openshift-dns, dns.operator.openshift.io/daemonset-dns=default, 5353, true",
    "kube-system, k8s-app=kube-dns, 53, false",
    "pr-129-web, app=any, 8080, false",
    "pr-128-web, app=any, 8080, true"
  })
  void podsReachPodsThatAreNamed(String namespace, String label, int port, boolean open) {
    NetworkPolicies policies = policies(YamlDraft.example("shapes/traffic"), "128", "129");
    String[] pair = label.split("=", 2);
    End from = pod("pr-128-web", ANY);
    assertThat(policies.allow(from, pod(namespace, Map.of(pair[0], pair[1])), port, "TCP"))
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.30.7, 5432, true",
    "10.20.31.7, 5432, false",
    "10.20.30.7, 443, false",
    "140.82.121.4, 443, true",
    "140.82.121.4, 80, false",
    "203.0.113.9, 443, false",
    "169.254.169.254, 443, false",
    "10.0.0.1, 443, false",
    "100.100.100.200, 443, false",
    "168.63.129.16, 443, false",
    "2606:50c0:8000::153, 443, false",
    "172.16.5.5, 443, false",
    "192.168.1.1, 443, false",
    "127.0.0.1, 443, false",
    "240.0.0.1, 443, false"
  })
  void theWorldWithoutWhatIsPrivate(String address, int port, boolean open) {
    NetworkPolicies policies = policies(YamlDraft.example("shapes/traffic"), "128");
    assertThat(policies.allow(pod("pr-128-web", ANY), outside(address), port, "TCP"))
        .isEqualTo(open);
  }

  /** Of IPv6 what is given to somebody, when asked for; and what a platform names beside it. */
  @ParameterizedTest
  @CsvSource({
    "2606:50c0:8000::153, 443, true",
    "2606:50c0:8000::153, 80, false",
    "2a00:1450:4001:81b::200e, 443, true",
    "2001:db8:77::1, 443, false",
    "140.82.121.4, 443, true",
    "10.0.0.1, 443, false",
    "fd00:20::5, 443, false",
    "fd00:20::5, 5432, true",
    "fd00:ec2::254, 443, false",
    "fd00:ec2::254, 6379, false",
    "fd00:ec3::254, 6379, true",
    "fe80::1, 443, false",
    "fec0::1, 443, false",
    "::1, 443, false",
    "::, 443, false",
    "::ffff:a9fe:a9fe, 443, false",
    "::ffff:8c52:7904, 443, false",
    "64:ff9b::a9fe:a9fe, 443, false",
    "2002:a00:1::1, 443, false",
    "2001:0:1::1, 443, false",
    "ff02::1, 443, false",
    "4000::1, 443, false"
  })
  void theWorldOfIpv6WithoutWhatIsPrivate(String address, int port, boolean open) {
    NetworkPolicies policies =
        policies(
            YamlDraft.example("shapes/traffic")
                .with(
                    "spec.namespace.egress",
                    "[{internet: true, ipv6: true, except: ['2001:db8::/32', 203.0.113.0/24], ports: [443]},"
                        + " {cidr: 'fd00:20::/48', port: 5432}, {cidr: 'fd00::/8', port: 6379}]"),
            "128");
    assertThat(policies.allow(pod("pr-128-web", ANY), outside(address), port, "TCP"))
        .isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "monitoring, app.kubernetes.io/name=prometheus, 8080, true",
    "monitoring, app.kubernetes.io/name=prometheus, 9090, false",
    "monitoring, app.kubernetes.io/name=grafana, 8080, false",
    "gateway-system, app=any, 8080, true",
    "gateway-system, app=any, 9090, false",
    "default, app=any, 8080, false",
    "pr-129-web, app=any, 8080, false"
  })
  void onlyWhoIsNamedReachesPods(String namespace, String label, int port, boolean open) {
    NetworkPolicies policies = policies(YamlDraft.example("shapes/traffic"), "128");
    String[] pair = label.split("=", 2);
    End from = pod(namespace, Map.of(pair[0], pair[1]));
    assertThat(policies.allow(from, pod("pr-128-web", ANY), port, "TCP")).isEqualTo(open);
  }

  /** An ingress controller is admitted by itself, and each port that a route leads to. */
  @ParameterizedTest
  @CsvSource({
    "shapes/ingress, ingress-nginx, 8080, true",
    "shapes/ingress, ingress-nginx, 9090, false",
    "shapes/ingress, gateway-system, 8080, false",
    "shapes/several-hosts, gateway-system, 8080, true",
    "shapes/several-hosts, gateway-system, 9090, true",
    "shapes/several-hosts, gateway-system, 9091, false",
    "shapes/own-route-kind, traefik, 8080, true",
    "shapes/own-route-kind, gateway-system, 8080, false"
  })
  void onlyWhatLeadsToThePreviewReachesItsPods(
      String example, String namespace, int port, boolean open) {
    NetworkPolicies policies = policies(YamlDraft.example(example), "128");
    assertThat(policies.allow(pod(namespace, ANY), pod("pr-128-web", ANY), port, "TCP"))
        .isEqualTo(open);
  }

  /** A load balancer outside the cluster sends from its own subnets, and no controller does. */
  @ParameterizedTest
  @CsvSource({"10.30.64.9, 8080, true", "10.30.64.9, 9090, false", "10.30.80.9, 8080, false"})
  void aLoadBalancerIsLetInByItsSubnets(String address, int port, boolean open) {
    NetworkPolicies policies = policies(YamlDraft.example("shapes/load-balancer"), "128");
    assertThat(policies.allow(outside(address), pod("pr-128-web", ANY), port, "TCP"))
        .isEqualTo(open);
    assertThat(policies.allow(pod("kube-system", ANY), pod("pr-128-web", ANY), port, "TCP"))
        .isFalse();
  }

  /** Node-local caches answer at addresses; what is not asked for stays shut. */
  @ParameterizedTest
  @ValueSource(strings = {"primitives", "monolith-overlay", "shapes/plain-manifests"})
  void nothingButThePreviewAndDnsIsOpenByItself(String example) {
    YamlDraft draft = YamlDraft.example(example).without("spec.namespace.egress");
    NetworkPolicies policies = policies(draft, "128", "129");
    String home =
        policies.policies().stream()
            .filter(it -> text(it.at("metadata").at("name")).equals("default-deny"))
            .map(it -> text(it.at("metadata").at("namespace")))
            .findFirst()
            .orElseThrow();
    End from = pod(home, ANY);
    assertThat(policies.allow(from, pod("kube-system", DNS), 53, "UDP")).isTrue();
    assertThat(policies.allow(from, pod(home, ANY), 1234, "TCP")).isTrue();
    assertThat(policies.allow(from, pod(home.replace("128", "129"), ANY), 80, "TCP")).isFalse();
    assertThat(policies.allow(from, outside("140.82.121.4"), 443, "TCP")).isFalse();
    assertThat(policies.allow(from, outside("169.254.20.10"), 53, "UDP")).isFalse();
    YamlDraft cached = draft.with("spec.namespace.dns", "{kind: node-local}");
    NetworkPolicies local = policies(cached, "128");
    assertThat(local.allow(from, outside("169.254.20.10"), 53, "UDP")).isTrue();
    assertThat(local.allow(from, outside("169.254.169.254"), 53, "UDP")).isFalse();
    NetworkPolicies six =
        policies(draft.with("spec.namespace.dns", "{addresses: ['fd00:10::a']}"), "128");
    assertThat(six.allow(from, outside("fd00:10::a"), 53, "UDP")).isTrue();
    assertThat(six.allow(from, outside("fd00:10::b"), 53, "UDP")).isFalse();
  }

  private static String text(Node node) {
    return ((dev.mayfly.yaml.ScalarNode) node).text();
  }
}
