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

/** What of a kustomization is worked out, and all that is left to kustomize. */
class PlainKustomizationTest {
  private static final String SERVICE =
      "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}}}";
  private static final String DEPLOYMENT =
      "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {template: {spec:"
          + " {containers: [{name: web, image: ghcr.io/acme/web:1@sha256:0}]}}}}";

  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final BundleFindings findings = new BundleFindings(Severity.ERROR);

  @Test
  void objectsAreInTheOrderOfResources() {
    put("kustomization.yaml", "resources: [b.yaml, a.yaml, base]");
    put("a.yaml", SERVICE);
    put("b.yaml", DEPLOYMENT);
    put("base/kustomization.yaml", "resources: [c.yaml]");
    put("base/c.yaml", SERVICE.replace("name: web", "name: base"));
    assertThat(build("pr-7"))
        .extracting(it -> it.kind() + " " + it.namespace() + "/" + it.name())
        .containsExactly("Deployment pr-7/web", "Service pr-7/web", "Service pr-7/base");
    assertThat(findings.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{pairs: {team: a}}] | a null null
          [{pairs: {team: a}, includeSelectors: true}] | a a null
          [{pairs: {team: a}, includeSelectors: false}] | a null null
          [{pairs: {team: a}}, {pairs: {line: b}}] | a null b
          """)
  void labelsAreSet(String labels, String seen) {
    put("kustomization.yaml", "resources: [a.yaml]\nlabels: " + labels);
    put("a.yaml", SERVICE);
    BundleObject service = build("").getFirst();
    assertThat(
            service.root().textAt("metadata", "labels", "team")
                + " "
                + service.root().textAt("spec", "selector", "team")
                + " "
                + service.root().textAt("metadata", "labels", "line"))
        .isEqualTo(seen);
    assertThat(findings.sorted()).isEmpty();
  }

  @Test
  void selectorsOfADeploymentAreItsPodsToo() {
    put(
        "kustomization.yaml",
        "resources: [a.yaml]\nlabels: [{pairs: {team: a}, includeSelectors: true}]");
    put("a.yaml", DEPLOYMENT);
    BundleObject deployment = build("").getFirst();
    assertThat(deployment.text("spec", "selector", "matchLabels", "team")).isEqualTo("a");
    assertThat(deployment.text("spec", "template", "metadata", "labels", "team")).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          labels: [{pairs: {team: a}}, {pairs: {team: b}}]
          labels: [{pairs: {team: 1}}]
          labels: [{pairs: {team: true}}]
          labels: [{pairs: {team: [a]}}]
          labels: [{pairs: team}]
          labels: [{pairs: {team: a}, includeSelectors: maybe}]
          resources: [gone.yaml]
          resources: [../up.yaml]
          resources: [[a.yaml]]
          resources: [base, base]
          resources: [kustomization.yaml]
          resources: ["https://example.com/x.yaml"]
          namePrefix: x-
          kind: Component
          apiVersion: kustomize.config.k8s.io/v1
          replacements: [{source: {kind: ConfigMap, name: web, fieldPath: data.x}}]
          """)
  void whatIsNotPlainIsLeft(String line) {
    put("kustomization.yaml", line);
    put("base/kustomization.yaml", "resources: []");
    undecided();
  }

  @Test
  void aTwinOfTheFileIsLeft() {
    put("kustomization.yaml", "resources: []");
    put("kustomization.yml", "resources: []");
    undecided();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind: Service | kind: Ingress
          apiVersion: v1 | apiVersion: v2
          name: web | name: ''
          name: web | name: web, namespace: other
          name: web | name: web, annotations: {config.k8s.io/id: '1'}
          name: web | name: web, annotations: {config.kubernetes.io/local-config: 'no'}
          app: web | app: null
          app: web | app: 0x10
          app: web | app: Yes
          app: web | app: 1.0
          spec: {selector | spec: {template: {spec: {affinity: {}}}, selector
          spec: {selector | spec: {template: {spec: {topologySpreadConstraints: []}}, selector
          spec: {selector | spec: {template: {spec: {volumes: [{image: x}]}}, selector
          """)
  void anObjectThatKustomizeChangesInItsOwnWayIsLeft(String old, String text) {
    put("kustomization.yaml", "resources: [a.yaml]");
    put("a.yaml", SERVICE.replace(old, text));
    undecided();
  }

  @Test
  void objectsOfOneNameAreLeft() {
    put("kustomization.yaml", "resources: [a.yaml, b.yaml]");
    put("a.yaml", SERVICE);
    put("b.yaml", SERVICE);
    undecided();
  }

  @Test
  void aLabelWhereThereIsNoMapIsLeft() {
    put(
        "kustomization.yaml",
        "resources: [a.yaml]\nlabels: [{pairs: {t: a}, includeSelectors: true}]");
    put("a.yaml", SERVICE.replace("{app: web}", "web"));
    undecided();
  }

  @Test
  void theApplicationChangesNoNames() {
    put("kustomization.yaml", "resources: [a.yaml]");
    put("a.yaml", SERVICE);
    assertThat(build(Optional.of("x-"), Map.of())).isEmpty();
    assertThat(build(Optional.empty(), Map.of("team", "a"))).isEmpty();
    assertThat(findings.sorted()).isNotEmpty();
  }

  private void undecided() {
    build("");
    assertThat(findings.sorted()).isNotEmpty().allMatch(it -> it.id().equals("undecided"));
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<BundleObject> build(String namespace) {
    return objects(settings(namespace, Optional.empty(), Map.of()));
  }

  private List<BundleObject> build(Optional<String> prefix, Map<String, String> labels) {
    return objects(settings("", prefix, labels));
  }

  private List<BundleObject> objects(ArgoSettings settings) {
    return ObjectBuild.objects(
        Kind.KUSTOMIZE, new BundleFiles("", files), settings, RenderTool.NONE, findings);
  }

  private static ArgoSettings settings(
      String namespace, Optional<String> prefix, Map<String, String> labels) {
    return new ArgoSettings(
        new ReleaseLine(3, 5),
        new ReleaseLine(1, 35),
        namespace,
        prefix,
        Map.of(),
        labels,
        List.of(),
        "web",
        List.of(),
        Optional::empty);
  }
}
