package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.NetworkPolicies.End;
import dev.mayfly.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each flow to and from a preview, in every kind of namespace and by every way to previews: two
 * previews of one app, each with a database of its own, beside the rest of the cluster.
 */
class FlowTableTest {
  private static final Map<String, NetworkPolicies> POLICIES = new HashMap<>();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      value = {
        "from | to | port | protocol | open",
        "app | app | 1234 | TCP | true",
        "app | neighbour | 8080 | TCP | false",
        "neighbour | app | 8080 | TCP | false",
        "app | dns | 53 | UDP | true",
        "app | dns | 53 | TCP | true",
        "app | dns | 8080 | TCP | false",
        "app | other of kube-system | 53 | UDP | false",
        "way in | app | 8080 | TCP | true",
        "way in | app | 8081 | TCP | false",
        "way in | database | 5432 | TCP | false",
        "other way in | app | 8080 | TCP | false",
        "stranger | app | 8080 | TCP | false",
        "app | stranger | 8080 | TCP | false",
        "app | database | 5432 | TCP | true",
        "app | database | 8000 | TCP | false",
        "app | neighbour's database | 5432 | TCP | false",
        "neighbour | database | 5432 | TCP | false",
        "stranger | database | 5432 | TCP | false",
        "operator | database | 8000 | TCP | true",
        "operator | app | 8080 | TCP | false",
        "database | app | 8080 | TCP | false",
        "database | neighbour's database | 5432 | TCP | false",
        "database | world | 443 | TCP | false",
        "app | world | 443 | TCP | false",
        "app | metadata | 80 | TCP | false",
        "app | api server | 6443 | TCP | false",
        "database | api server | 6443 | TCP | true",
        "app | cache | 9092 | TCP | true",
        "app | cache | 9093 | TCP | false",
        "production | app | 8080 | TCP | false",
        "app | production | 8080 | TCP | false",
        "production | database | 5432 | TCP | false"
      })
  void openOrNot(String from, String to, int port, String protocol, boolean open) {
    for (String namespace : PlatformMatrix.NAMESPACES.keySet()) {
      boolean shared = namespace.equals("shared-namespace");
      for (String way : List.of("gateway-system", "ingress-nginx")) {
        for (String database : List.of("own-database", "clone-backup")) {
          NetworkPolicies policies =
              POLICIES.computeIfAbsent(
                  namespace + way + database, key -> policies(namespace, way, database));
          // A database of the preview's own namespace is one of its pods.
          boolean one = !shared && database.startsWith("own") && isOfPreview(from, to);
          assertThat(
                  policies.allow(
                      end(from, shared, way, policies),
                      end(to, shared, way, policies),
                      port,
                      protocol))
              .as("%s by %s, %s", namespace, way, database)
              .isEqualTo(open || one);
        }
      }
    }
  }

  private static boolean isOfPreview(String from, String to) {
    return List.of("app", "database").containsAll(List.of(from, to));
  }

  private static NetworkPolicies policies(String namespace, String way, String database) {
    boolean shared = namespace.equals("shared-namespace");
    var draft =
        PlatformMatrix.draft("overlay", namespace, database, shared ? "helm" : "directory", 0)
            .with("spec.namespace.apiServer", "{cidr: 10.0.0.1/32, port: 6443}")
            .with("spec.namespace.egress", "[{namespace: kafka, port: 9092}]");
    if (!way.equals("gateway-system")) {
      draft =
          draft
              .without("spec.exposure.gateway")
              .with("spec.exposure.ingress", "{class: nginx, controller: " + way + "}");
    }
    var platform = draft;
    List<Node> documents =
        Stream.of("7", "8")
            .flatMap(number -> RenderedPlatform.of(platform, number).overlays().entrySet().stream())
            .filter(it -> it.getKey().contains("network-policy"))
            .map(it -> PlainTrees.read(it.getKey(), it.getValue()))
            .toList();
    return new NetworkPolicies(documents);
  }

  private static End end(String name, boolean shared, String way, NetworkPolicies policies) {
    return switch (name) {
      case "app" -> pod("7", shared);
      case "neighbour" -> pod("8", shared);
      case "database" -> database("7", policies);
      case "neighbour's database" -> database("8", policies);
      case "dns" -> End.pod("kube-system", Map.of("k8s-app", "kube-dns"));
      case "other of kube-system" -> End.pod("kube-system", Map.of("k8s-app", "metrics"));
      case "way in" -> End.pod(way, Map.of("app", "proxy"));
      case "other way in" ->
          End.pod(way.equals("ingress-nginx") ? "gateway-system" : "ingress-nginx", Map.of());
      case "operator" -> End.pod("cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg"));
      case "cache" -> End.pod("kafka", Map.of("app", "kafka"));
      case "production" -> End.pod("monolith", Map.of("app", "orders"));
      case "stranger" -> End.pod("default", Map.of("app", "any"));
      case "world" -> End.outside("140.82.121.4");
      case "metadata" -> End.outside("169.254.169.254");
      case "api server" -> End.outside("10.0.0.1");
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The pods that the wall around a preview's database selects. */
  private static End database(String number, NetworkPolicies policies) {
    for (Node policy : policies.policies()) {
      String cluster = policy.textAt("spec", "podSelector", "matchLabels", "cnpg.io/cluster");
      if (cluster != null && cluster.endsWith("-" + number)) {
        String home = String.valueOf(policy.textAt("metadata", "namespace"));
        return End.pod(home, Map.of("cnpg.io/cluster", cluster));
      }
    }
    throw new IllegalStateException("no database of " + number);
  }

  private static End pod(String number, boolean shared) {
    return End.pod(
        home(number, shared),
        Map.of("app", "orders", "app.kubernetes.io/instance", "orders-pr-" + number));
  }

  private static String home(String number, boolean shared) {
    return shared ? "monolith" : "pr-" + number + "-orders";
  }
}
