package dev.mayfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.Examples;
import dev.mayfly.golden.EdgeMatrix;
import dev.mayfly.golden.PlatformMatrix;
import dev.mayfly.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A real API server takes every rendered object as Argo CD sends it: strictly validated. */
@ResourceLock(ControlPlane.LOCK)
class ServerSideApplyTest {
  private static ApiClient client;

  @BeforeAll
  static void connect() {
    client = ControlPlane.client();
  }

  @Test
  void everyObjectOfTheMatrixIsTaken() {
    Map<String, String> objects = new TreeMap<>();
    PlatformMatrix.ALL
        .accepted()
        .forEach((name, draft) -> {
          add(objects, name, ClusterObjects.ofPlatform(draft));
          add(objects, name, ClusterObjects.ofPreviews(draft, "128"));
          add(objects, name, ClusterObjects.ofPreviews(draft, "2147483647"));
        });
    Map<String, String> distinct = distinct(objects);
    assertThat(distinct.size()).isGreaterThan(350);
    assertThat(client.refusals(distinct)).isEmpty();
    assertThat(kinds(distinct).size()).isEqualTo(27);
  }

  @Test
  void everyWayToPreviewsIsTaken() {
    Map<String, String> objects = new TreeMap<>();
    EdgeMatrix.all()
        .forEach((name, draft) -> {
          add(objects, name, ClusterObjects.ofPlatform(draft));
          add(objects, name, ClusterObjects.ofPreviews(draft, "128"));
        });
    Map<String, String> distinct = distinct(objects);
    assertThat(distinct.size()).isGreaterThan(80);
    assertThat(client.refusals(distinct)).isEmpty();
  }

  @Test
  void everyGoldenObjectIsTaken() throws IOException {
    Map<String, String> objects = new TreeMap<>();
    for (String example : Examples.names()) {
      SortedMap<String, String> files = new TreeMap<>();
      try (Stream<Path> walk = Files.walk(Path.of("golden", example))) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          files.put(file.toString(), Files.readString(file));
        }
      }
      add(objects, example, ClusterObjects.among(files));
    }
    assertThat(objects.size()).isGreaterThan(40);
    assertThat(client.refusals(objects)).isEmpty();
  }

  @Test
  void aMisspeltFieldAndABrokenRuleAreRefused() {
    client.ensureNamespace("databases");
    String cluster =
        "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster,"
            + " metadata: {name: c, namespace: databases},"
            + " spec: {instances: 1, storage: {size: 1Gi}%s}}";
    assertThat(client.tryToApply(cluster.formatted("")).isAccepted()).isTrue();
    assertThat(client.tryToApply(cluster.formatted(", enablePdb: false")).message())
        .contains("spec.enablePdb: field not declared in schema");
    assertThat(
            client
                .tryToApply(
                    "{apiVersion: postgresql.cnpg.io/v1, kind: Database,"
                        + " metadata: {name: d, namespace: databases},"
                        + " spec: {name: postgres, owner: o, cluster: {name: c}}}")
                .message())
        .contains("the name postgres is reserved");
  }

  /** Each text once, by where it was rendered first. */
  private static Map<String, String> distinct(Map<String, String> objects) {
    Set<String> seen = new HashSet<>();
    Map<String, String> distinct = new TreeMap<>(objects);
    distinct.values().removeIf(text -> !seen.add(text));
    return distinct;
  }

  private static void add(Map<String, String> all, String name, Map<String, String> objects) {
    objects.forEach((path, text) -> {
      // An example's own operator, whose definitions are not among those of the platform.
      if (!text.contains("apiVersion: k8s.mariadb.com/")) {
        all.put(name + ": " + path, text);
      }
    });
  }

  private static Set<String> kinds(Map<String, String> objects) {
    Set<String> kinds = new TreeSet<>();
    objects
        .values()
        .forEach(text -> {
          Node object = ApiClient.read(text);
          kinds.add(object.textAt("apiVersion") + " " + object.textAt("kind"));
        });
    return kinds;
  }
}
