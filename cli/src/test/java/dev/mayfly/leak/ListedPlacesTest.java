package dev.mayfly.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.Policy;
import dev.mayfly.golden.RenderedPlatform;
import dev.mayfly.lint.Finding;
import dev.mayfly.manifest.Templates;
import dev.mayfly.manifest.YamlDraft;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One namespace that was listed says nothing of another. */
class ListedPlacesTest {
  private static final RenderedPlatform ORDERS =
      RenderedPlatform.of(YamlDraft.example("primitives"), "7");
  private static final RenderedPlatform CLONES =
      RenderedPlatform.of(YamlDraft.example("monolith-overlay"), "7");
  private static final String DATABASES = ", Database, DatabaseRole in `databases`";

  private static ListedCluster cluster(RenderedPlatform platform, String text) {
    ListedCluster cluster = new ListedCluster(platform.loaded());
    cluster.add("a.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return cluster;
  }

  private static String missing(String text) {
    return LeakWords.notListed(
            new AskedKinds(new Policy(ORDERS.loaded(), Templates.bundled()))
                .missing(cluster(ORDERS, text)),
            "a.json")
        .orElseThrow()
        .message();
  }

  private static String listed(String resource, String namespace) {
    return "{\"apiVersion\":\"mayfly.dev/v1alpha1\",\"kind\":\"Listed\",\"resource\":\"%s\",\"namespace\":\"%s\"}"
        .formatted(resource, namespace);
  }

  @Test
  void aKindIsMissingUnlessItsNamespaceOrTheWholeClusterWasListed() {
    String database = "database.postgresql.cnpg.io";
    assertThat(missing(listed(database, "elsewhere")))
        .contains(DATABASES, "AppProject, Application in `argocd`; Namespace, ");
    assertThat(missing(listed(database, "databases"))).doesNotContain(DATABASES);
    assertThat(missing(listed(database, ""))).doesNotContain(DATABASES);
    assertThat(missing(listed("namespace", ""))).contains("; PersistentVolume; ");
  }

  @Test
  void anObjectSpeaksForItsNamespaceAlone() {
    String object =
        "{\"items\":[{\"apiVersion\":\"postgresql.cnpg.io/v1\",\"kind\":\"Database\",\"metadata\":{\"namespace\":\"%s\",\"name\":\"a\"}}]}";
    assertThat(missing(object.formatted("elsewhere"))).contains(DATABASES);
    assertThat(missing(object.formatted("databases"))).doesNotContain(DATABASES);
  }

  /** Else a listing that failed would have people delete the snapshots of live previews. */
  @Test
  void aContentLeaksOnlyWhereTheSnapshotsOfItsNamespaceWereListed() {
    String content =
        """
        {"items":[{"apiVersion":"snapshot.storage.k8s.io/v1","kind":"VolumeSnapshotContent",
          "metadata":{"name":"c"},"spec":{"deletionPolicy":"Retain",
          "volumeSnapshotRef":{"namespace":"monolith","name":"monolith-pg-pr-7"}}}]}
        """;
    String snapshots = "volumesnapshot.snapshot.storage.k8s.io";
    assertThat(left(content + listed(snapshots, "elsewhere"))).isEmpty();
    assertThat(left(content + listed(snapshots, "monolith"))).hasSize(1);
  }

  private static List<Finding> left(String text) {
    return new LeakFinder(cluster(CLONES, text), id -> true, "Git does not hold", Instant.EPOCH)
        .find();
  }
}
