package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.bundle.build.BundleReach;
import dev.mayfly.bundle.build.BundleTree;
import dev.mayfly.bundle.build.ObjectBuild;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.golden.FullRun;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.AppBundle.Kind;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is worked out without kustomize is what the real one makes of the same files, or nothing.
 */
class PlainKustomizeTest {
  private static final int GENERATED = FullRun.times(200, 40);

  /** An Application that sets nothing. */
  static final ArgoSettings NOTHING = settings("", Map.of());

  private static final ArgoSettings SETTINGS =
      settings("pr-7-orders", Map.of("ghcr.io/acme/orders", "sha256:" + "1".repeat(64)));

  private static ArgoSettings settings(String namespace, Map<String, String> images) {
    return new ArgoSettings(
        new ReleaseLine(3, 5),
        new ReleaseLine(1, 35),
        namespace,
        Optional.empty(),
        images,
        Map.of(),
        List.of(),
        "orders-pr-7",
        List.of(),
        Optional::empty);
  }

  @Test
  void generatedKustomizationsAreAsTheRealOneBuildsThem() {
    RenderTool kustomize = Programs.tool("kustomize");
    int decided = 0;
    for (long seed = 0; seed < GENERATED; seed++) {
      SortedMap<String, byte[]> files = new GeneratedKustomization(seed).files();
      BundleFindings findings = new BundleFindings(Severity.ERROR);
      List<BundleObject> ours = objects(files, RenderTool.NONE, findings);
      if (findings.hasErrors()) {
        assertThat(findings.sorted()).extracting(Problem::id).containsOnly("undecided");
        continue;
      }
      decided++;
      BundleFindings said = new BundleFindings(Severity.ERROR);
      assertThat(seen(ours))
          .as("seed %s: %s", seed, text(files))
          .isEqualTo(seen(objects(files, kustomize, said)));
      assertThat(said.sorted()).as("seed %s", seed).isEmpty();
    }
    assertThat(decided).isBetween(GENERATED / 3, GENERATED - 10);
  }

  /** The same as the base of an overlay, which labels it once more. */
  @Test
  void generatedBasesAreAsTheRealOneBuildsThem() {
    RenderTool kustomize = Programs.tool("kustomize");
    int decided = 0;
    for (long seed = 0; seed < GENERATED / 4; seed++) {
      SortedMap<String, byte[]> tree = new TreeMap<>();
      new GeneratedKustomization(seed)
          .files()
          .forEach((path, content) -> tree.put("k8s/base/" + path, content));
      String overlay = "resources: [../../base]\nlabels: [{pairs: {stage: preview}}]\n";
      tree.put("k8s/overlays/preview/kustomization.yaml", overlay.getBytes(StandardCharsets.UTF_8));
      BundleFiles files = BundleReach.read(new MapTree(tree), OVERLAY);
      BundleFindings findings = new BundleFindings(Severity.ERROR);
      List<BundleObject> ours =
          ObjectBuild.objects(Kind.KUSTOMIZE, files, SETTINGS, RenderTool.NONE, findings);
      if (findings.hasErrors()) {
        continue;
      }
      decided++;
      List<BundleObject> theirs =
          ObjectBuild.objects(Kind.KUSTOMIZE, files, SETTINGS, kustomize, findings);
      assertThat(seen(ours)).as("seed %s: %s", seed, text(tree)).isEqualTo(seen(theirs));
      assertThat(findings.sorted()).as("seed %s", seed).isEmpty();
    }
    assertThat(decided).isGreaterThan(GENERATED / 16);
  }

  private static final AppBundle OVERLAY =
      new AppBundle(
          Kind.KUSTOMIZE,
          new BundleOrigin.PullRequest(),
          "k8s/overlays/preview",
          List.of(),
          List.of());

  /** A commit in memory. */
  private record MapTree(SortedMap<String, byte[]> files) implements BundleTree {
    @Override
    public SortedMap<String, byte[]> walk(String folder, WalkBudget budget) {
      return new TreeMap<>(files.subMap(folder + "/", folder + "0"));
    }

    @Override
    public List<String> top() {
      return files.keySet().stream().filter(path -> !path.contains("/")).toList();
    }

    @Override
    public Optional<byte[]> read(String path, int largest) {
      return Optional.ofNullable(files.get(path));
    }

    @Override
    public String shown(String path) {
      return path;
    }
  }

  private static final Map<String, String> BUNDLE =
      Map.of(
          "kustomization.yaml",
          """
          resources: [d.yaml, lock.yaml]
          labels:
          - pairs: {team: acme}
            includeSelectors: true
          replacements:
          - source: {kind: ImageLock, name: l, fieldPath: "spec.images.[name=a/b].digest"}
            targets:
            - select: {kind: Deployment, name: d}
              fieldPaths: ["spec.template.spec.containers.[name=c].image"]
              options: {delimiter: "@", index: 1}
          """,
          "d.yaml",
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: d}
          spec: {template: {spec: {containers: [{name: c, image: a/b@x}]}}}
          """,
          "lock.yaml",
          """
          apiVersion: mayfly.dev/v1alpha1
          kind: ImageLock
          metadata: {name: l, annotations: {config.kubernetes.io/local-config: "true"}}
          spec: {images: [{name: a/b, digest: "sha256:1"}]}
          """);

  private static List<Problem> changed(String file, String old, String now) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    BUNDLE.forEach((path, text) -> {
      String changed = path.equals(file) ? text.replace(old, now) : text;
      assertThat(path.equals(file) && changed.equals(text)).as(old).isFalse();
      files.put(path, changed.getBytes(StandardCharsets.UTF_8));
    });
    BundleFindings findings = new BundleFindings(Severity.ERROR);
    objects(files, RenderTool.NONE, findings);
    return findings.sorted();
  }

  @Test
  void whatIsPlainIsDecided() {
    assertThat(changed("d.yaml", "{name: d}", "{name: d, labels: {a: b}}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kustomization.yaml | resources: | 'namePrefix: x\nresources:'",
        "kustomization.yaml | resources: | 'kind: Component\nresources:'",
        "kustomization.yaml | resources: | 'apiVersion: kustomize.config.k8s.io/v1\nresources:'",
        "kustomization.yaml | [d.yaml | [d.yaml, base",
        "kustomization.yaml | [d.yaml | [d.yaml, kustomization.yaml",
        "kustomization.yaml | [d.yaml | [d.yaml, d.yaml",
        "kustomization.yaml | {team: acme} | {team: 3}",
        "kustomization.yaml | {team: acme} | {team: yes}",
        "kustomization.yaml | {team: acme} | '{team: acme}\n- pairs: {team: other}'",
        "kustomization.yaml | includeSelectors: true | 'includeTemplates: true'",
        "kustomization.yaml | includeSelectors: true | 'fields: []'",
        "kustomization.yaml | includeSelectors: true | 'includeSelectors: maybe'",
        "kustomization.yaml | kind: ImageLock, | 'kind: ImageLock, namespace: x,'",
        "kustomization.yaml | kind: ImageLock, name: l | 'kind: ImageLock'",
        "kustomization.yaml | images.[name=a/b] | images.0",
        "kustomization.yaml | images.[name=a/b] | 'images.[name=other]'",
        "kustomization.yaml | name: d} | name: d.*}",
        "kustomization.yaml | kind: Deployment, name: d | 'name: d'",
        "kustomization.yaml | [name=c] | '*'",
        "kustomization.yaml | [name=c] | [name=.]",
        "kustomization.yaml | index: 1 | index: 0",
        "kustomization.yaml | index: 1 | 'index: 1, create: true'",
        "kustomization.yaml | options: | reject:",
        "kustomization.yaml | '@' | '/'",
        "d.yaml | {name: c, image: a/b@x} | '{name: c, image: a/b@x}, {name: s, image: s}'",
        "d.yaml | a/b@x | a@b@x",
        "d.yaml | 'containers:' | 'affinity: {}, containers:'",
        "d.yaml | 'containers:' | 'topologySpreadConstraints: [], containers:'",
        "d.yaml | 'containers:' | 'volumes: [{name: v, image: {reference: x}}], containers:'",
        "d.yaml | {name: d} | '{name: d, namespace: x}'",
        "d.yaml | {name: d} | '{generateName: d}'",
        "d.yaml | {name: d} | '{name: d, labels: x}'",
        "d.yaml | {name: d} | '{name: d, annotations: {config.kubernetes.io/local-config: \"false\"}}'",
        "d.yaml | {name: d} | '{name: d, annotations: {internal.config.kubernetes.io/x: y}}'",
        "d.yaml | apps/v1 | apps.kruise.io/v1",
        "d.yaml | kind: Deployment | kind: DaemonSet",
        "d.yaml | metadata: | 'x: ~\nmetadata:'",
        "d.yaml | metadata: | 'x: 0x28\nmetadata:'",
        "d.yaml | metadata: | 'x: No\nmetadata:'",
        "d.yaml | metadata: | 'yes: x\nmetadata:'",
        "lock.yaml | {name: a/b | '{name: a/b, digest: x}, {name: a/b'",
      })
  void whatIsNotPlainIsLeftToKustomize(String file, String old, String now) {
    assertThat(changed(file, old, now.replace("\\n", "\n")))
        .isNotEmpty()
        .extracting(Problem::id)
        .containsOnly("undecided");
  }

  private static List<BundleObject> objects(
      SortedMap<String, byte[]> files, RenderTool tool, BundleFindings findings) {
    return ObjectBuild.objects(
        Kind.KUSTOMIZE, new BundleFiles("", files), SETTINGS, tool, findings);
  }

  private static String text(SortedMap<String, byte[]> files) {
    StringBuilder text = new StringBuilder();
    files.forEach((path, bytes) ->
        text.append("\n# ")
            .append(path)
            .append('\n')
            .append(new String(bytes, StandardCharsets.UTF_8)));
    return text.toString();
  }

  private static List<String> seen(List<BundleObject> objects) {
    return objects.stream().map(object -> seen(object.root())).sorted().toList();
  }

  /** The tree with its keys in order; a scalar with what a reader takes it for. */
  private static String seen(Node node) {
    return switch (node) {
      case MapNode map -> {
        TreeMap<String, String> entries = new TreeMap<>();
        map.entries().forEach(entry -> entries.put(entry.key().text(), seen(entry.value())));
        yield entries.toString();
      }
      case ListNode list ->
          list.items().stream()
              .map(PlainKustomizeTest::seen)
              .collect(Collectors.joining(", ", "[", "]"));
      case ScalarNode scalar -> scalar.describe() + " " + scalar.text();
    };
  }
}
