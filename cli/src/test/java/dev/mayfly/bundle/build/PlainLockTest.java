package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.platform.AppBundle.Kind;
import dev.mayfly.platform.ReleaseLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Digests that a lock file or the Application puts into a Deployment. */
class PlainLockTest {
  private static final String DEPLOYMENT =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {spec:"
          + " {containers: [{name: web, image: ghcr.io/acme/web:1@sha256:0}]}}}}";
  private static final String LOCK =
      "{apiVersion: mayfly.dev/v1alpha1, kind: ImageLock, metadata: {name: web, annotations:"
          + " {config.kubernetes.io/local-config: 'true'}}, spec: {images: [{name: ghcr.io/acme/web,"
          + " digest: 'sha256:1'}]}}";

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final BundleFindings findings = new BundleFindings(Severity.ERROR);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          name: web | name: web | ghcr.io/acme/web:1@sha256:1
          Deployment, name: web | Deployment, name: other | ghcr.io/acme/web:1@sha256:0
          ImageLock, name: web | ImageLock, name: other |
          kind: ImageLock | kind: ConfigMap |
          =ghcr.io/acme/web | =ghcr.io/acme/api |
          index: 1 | index: 0 |
          '"@"' | ":" |
          kind: Deployment | kind: StatefulSet |
          name=web]. | name=api]. |
          .containers. | .initContainers. |
          image"] | imagePullPolicy"] |
          name: web}, fieldPaths | name: "we.*"}, fieldPaths |
          """)
  void digestsComeFromTheLock(String old, String text, String image) {
    put(
        "kustomization.yaml",
        """
        resources: [a.yaml, lock.yaml]
        replacements:
        - source: {kind: ImageLock, name: web, fieldPath: "spec.images.[name=ghcr.io/acme/web].digest"}
          targets:
          - {select: {kind: Deployment, name: web}, fieldPaths: ["spec.template.spec.containers.[name=web].image"], options: {delimiter: "@", index: 1}}
        """
            .replace(old, text));
    put("a.yaml", DEPLOYMENT);
    put("lock.yaml", LOCK);
    if (image == null) {
      undecided();
    } else {
      assertThat(build(Map.of()))
          .hasSize(1)
          .first()
          .extracting(PlainLockTest::image)
          .isEqualTo(image);
      assertThat(findings.sorted()).isEmpty();
    }
  }

  @Test
  void aLockWithoutADigestGivesNone() {
    put(
        "kustomization.yaml",
        """
        resources: [a.yaml, lock.yaml]
        replacements:
        - source: {kind: ImageLock, name: web, fieldPath: "spec.images.[name=ghcr.io/acme/web].digest"}
          targets:
          - {select: {kind: Deployment, name: web}, fieldPaths: ["spec.template.spec.containers.[name=web].image"], options: {delimiter: "@", index: 1}}
        """);
    put("a.yaml", DEPLOYMENT);
    put("lock.yaml", LOCK.replace(" digest: 'sha256:1'", ""));
    undecided();
  }

  @Test
  void theApplicationsDigestsAreOfWholeNames() {
    put("kustomization.yaml", "resources: [a.yaml]");
    put("a.yaml", DEPLOYMENT);
    Map<String, String> digests = Map.of("ghcr.io/acme/web", "sha256:2", "acme/web", "sha256:3");
    assertThat(image(build(digests).getFirst())).isEqualTo("ghcr.io/acme/web@sha256:2");
  }

  private static String image(BundleObject object) {
    return object
        .root()
        .itemsAt("spec", "template", "spec", "containers")
        .getFirst()
        .textAt("image");
  }

  private void undecided() {
    build(Map.of());
    assertThat(findings.sorted()).isNotEmpty().allMatch(it -> it.id().equals("undecided"));
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<BundleObject> build(Map<String, String> images) {
    ArgoSettings settings =
        new ArgoSettings(
            new ReleaseLine(3, 5),
            new ReleaseLine(1, 35),
            "",
            Optional.empty(),
            images,
            Map.of(),
            List.of(),
            "web",
            List.of(),
            Optional::empty);
    return ObjectBuild.objects(
        Kind.KUSTOMIZE, new BundleFiles("", files), settings, RenderTool.NONE, findings);
  }
}
