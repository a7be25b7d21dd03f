package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.platform.AppBundle.Kind;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are objects, which files a kustomization names, and who rendered them. */
class BundleBuildTest {
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final BundleFindings findings = new BundleFindings(Severity.ERROR);

  /** Argo CD docs, "Directory". */
  @Test
  void theFilesOfADirectoryThatAreManifests() {
    for (String name : List.of("a.yaml", "b.yml", "c.json", "d.txt", "e.yaml.bak")) {
      put(name, "{apiVersion: v1, kind: Service, metadata: {name: " + name.charAt(0) + "}}");
    }
    assertThat(objects(Kind.DIRECTORY, RenderTool.NONE))
        .extracting(BundleObject::name)
        .containsExactly("a", "b", "c");
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsSaid() {
    put("a.yaml", "a: 1\na: 2\n");
    objects(Kind.DIRECTORY, RenderTool.NONE);
    assertThat(findings.sorted()).extracting(Problem::id).contains("duplicate-key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          3.5 | v4.2.0 | -
          3.5 | 3.19.4 | the bundle was rendered by helm 3.19, and Argo CD 3.5 brings 4.2
          3.5 | '' | the bundle was rendered by helm an unknown release, and Argo CD 3.5 brings 4.2
          2.9 | v4.2.0 | the bundle was rendered by helm 4.2, and what Argo CD 2.9 brings along is not known here
          """)
  void theReleaseOfTheProgram(String argocd, String version, String said) {
    String[] line = argocd.split("\\.");
    assertThat(
            ToolVersions.difference(
                new RenderTool.Rendering("helm", version, "", ""),
                new ReleaseLine(Integer.parseInt(line[0]), Integer.parseInt(line[1]))))
        .isEqualTo(Optional.ofNullable(said));
  }

  @Test
  void everyPathThatAKustomizationNames() {
    put(
        "kustomization.yaml",
        """
        resources: [r1]
        components: [c1]
        crds: [c2]
        configurations: [c3]
        patchesStrategicMerge: [p1, "a: b\\nc: d"]
        patchesJson6902: [{path: p2}]
        patches: [{path: p3}, {patch: x}]
        openapi: {path: o1}
        configMapGenerator: [{files: [f1, key=f2], envs: [e1], env: e2}]
        secretGenerator: [{files: [f3], envs: [e3, e4], env: e5}]
        """);
    assertThat(new BundleFiles("", files).kustomizations().getFirst().paths())
        .extracting(ScalarNode::text)
        .containsExactlyInAnyOrder(
            "r1", "c1", "c2", "c3", "p1", "p2", "p3", "o1", "f1", "f2", "e1", "e2", "f3", "e3",
            "e4", "e5");
  }

  @Test
  void aPlainVolumeIsWorkedOut() {
    put("kustomization.yaml", "resources: [a.yaml]");
    put(
        "a.yaml",
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {spec:"
            + " {volumes: [{name: v, emptyDir: {}}], containers: []}}}}");
    assertThat(objects(Kind.KUSTOMIZE, RenderTool.NONE)).hasSize(1);
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void aFolderIsWhatHoldsAFile() {
    assertThat(new BundleFiles("", files).hasFolder("")).isFalse();
    put("a/b.yaml", "");
    put("ab/c.yaml", "");
    BundleFiles all = new BundleFiles("", files);
    assertThat(all.hasFolder("")).isTrue();
    assertThat(all.hasFolder("a")).isTrue();
    assertThat(all.hasFolder("a/b.yaml")).isFalse();
    assertThat(all.hasFolder("b")).isFalse();
    assertThat(all.hasFolder("aa")).isFalse();
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<BundleObject> objects(Kind kind, RenderTool tool) {
    ArgoSettings settings =
        new ArgoSettings(
            new ReleaseLine(3, 5),
            new ReleaseLine(1, 35),
            "",
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            "web",
            List.of(),
            Optional::empty);
    return ObjectBuild.objects(kind, new BundleFiles("", files), settings, tool, findings);
  }
}
