package dev.mayfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Policy;
import dev.mayfly.golden.RenderedPlatform;
import dev.mayfly.leak.AskedKinds;
import dev.mayfly.leak.LeakFinder;
import dev.mayfly.leak.ListedCluster;
import dev.mayfly.leak.RightCluster;
import dev.mayfly.lint.Finding;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Node;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The script that {@code leaks --ask} prints, run by a real kubectl against a real API server. */
@ResourceLock(ControlPlane.LOCK)
class ListedByKubectlTest {
  private static final String VALUE = "bm9ib2R5IHNoYWxsIHJlYWQgdGhpcw==";

  @TempDir private Path temp;

  private String listed(ApiClient client, String script) throws IOException {
    Path config = Files.writeString(temp.resolve("config"), client.kubeconfig());
    Path file = Files.writeString(temp.resolve("ask.sh"), script);
    ProcessBuilder builder = new ProcessBuilder("sh", file.toString());
    builder.environment().put("KUBECONFIG", config.toString());
    builder.environment().put("HOME", temp.toString());
    builder.redirectError(temp.resolve("err").toFile());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(temp.resolve("err")).hasContent("");
    return out;
  }

  private static void requireKubectl() {
    boolean there =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    Assumptions.assumeTrue(there, "there is no kubectl on the path");
  }

  @Test
  void everyObjectOfAPreviewIsFoundAndNoSecretIsShown() throws IOException {
    requireKubectl();
    ApiClient client = ControlPlane.client();
    YamlDraft draft = YamlDraft.example("primitives");
    RenderedPlatform platform = RenderedPlatform.of(draft, "41");
    SortedMap<String, String> objects = ClusterObjects.trackedPreviews(draft, "41");
    SortedMap<String, String> set = ClusterObjects.ofPlatform(draft);
    client.ensureNamespace("argocd");
    for (Map<String, String> texts : List.of(objects, set)) {
      texts
          .values()
          .forEach(text -> client.ensureNamespace(ApiClient.namespace(ApiClient.read(text))));
    }
    objects.values().forEach(client::store);
    client.store(set.get("platform/app-project.yaml"));
    client.store(
        """
        apiVersion: v1
        kind: Secret
        metadata:
          name: orders-pr-41
          namespace: databases
          annotations:
            argocd.argoproj.io/tracking-id: "orders-pr-41:/Secret:databases/orders-pr-41"
            example.dev/quoted: 'a "b" \\ c'
        data: {password: %s}
        """
            .formatted(VALUE));
    client.store(
        """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: data}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          hostPath: {path: /data}
          claimRef: {namespace: pr-41-orders, name: data}
        """);

    Policy policy = new Policy(platform.loaded(), Templates.bundled());
    AskedKinds asked = new AskedKinds(policy);
    String listing = listed(client, asked.script());
    assertThat(listing).doesNotContain(VALUE).contains("\"Secret\"");
    ListedCluster cluster = new ListedCluster(platform.loaded());
    cluster.add("cluster.json", new ByteArrayInputStream(listing.getBytes(StandardCharsets.UTF_8)));
    RightCluster.require(cluster, platform.loaded().platform(), List.of("cluster.json"));
    assertThat(asked.missing(cluster)).isEmpty();
    assertThat(cluster.listedAt()).isPresent();

    List<String> found =
        new LeakFinder(cluster, id -> false, "Git does not hold", Instant.now())
            .find().stream().map(Finding::subject).toList();
    assertThat(found).contains("Namespace pr-41-orders", "Secret databases/orders-pr-41");
    for (String text : objects.values()) {
      Node object = ApiClient.read(text);
      if ("databases".equals(object.textAt("metadata", "namespace"))) {
        assertThat(found)
            .contains(object.textAt("kind") + " databases/" + object.textAt("metadata", "name"));
      }
    }
  }
}
