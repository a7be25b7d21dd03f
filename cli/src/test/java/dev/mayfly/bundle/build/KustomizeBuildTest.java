package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.platform.App.Bundle.Kind;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is worked out here is what the real kustomize makes of the same files. */
class KustomizeBuildTest {
  private static final Path EXAMPLE = Path.of("examples", "bundles", "kustomize-replacements");
  private static final String LOCKED =
      "sha256:1c168adb00d208e42f93314529f1fa9c0427eb63233ceda95a5db52b7012a719";
  private static final ArgoSettings NONE =
      new ArgoSettings("", Optional.empty(), Map.of(), "", List.of(), "1.35", Optional.empty());

  @TempDir Path temp;

  @Test
  void theDigestOfTheLockArrives() throws IOException {
    List<String> ours = seen(ours(EXAMPLE));
    assertThat(ours)
        .contains("Deployment orders image=ghcr.io/acme/orders@" + LOCKED, "Service orders")
        .noneMatch(line -> line.contains("ImageLock") || line.contains("in-image.ref.yaml"));
    assertThat(seen(real(EXAMPLE))).isEqualTo(ours);
  }

  @TestFactory
  Stream<DynamicTest> agreesWithKustomize() {
    Map<String, Map<String, String>> cases = new LinkedHashMap<>();
    cases.put("prefix and suffix", root("namePrefix: pr-7-\nnameSuffix: -x\n"));
    cases.put(
        "images by name",
        root(
            "images: [{name: ghcr.io/acme/orders, newName: ghcr.io/acme/other, digest: \""
                + LOCKED
                + "\"}]\n"));
    cases.put("images by tag", root("images: [{name: ghcr.io/acme/orders, newTag: v2}]\n"));
    cases.put(
        "strategic patch",
        root(
            "patches:\n- patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: orders, annotations: {a: b}}\n    spec: {template: {spec: {containers: [{name: side, image: side:1}, {name: orders, image: orders:2}]}}}\n"));
    cases.put(
        "patch that deletes a container",
        root(
            "patches:\n- patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: orders}\n    spec: {template: {spec: {initContainers: [{name: migrate, $patch: delete}]}}}\n"));
    cases.put(
        "patch that deletes the object",
        root(
            "patches:\n- patch: |-\n    $patch: delete\n    apiVersion: v1\n    kind: Service\n    metadata: {name: orders}\n"));
    cases.put(
        "JSON patch",
        root(
            "patches:\n- target: {kind: Deployment, name: orders}\n  patch: '[{\"op\": \"replace\", \"path\": \"/spec/template/spec/containers/0/image\", \"value\": \"x:1\"}, {\"op\": \"add\", \"path\": \"/metadata/annotations\", \"value\": {\"a\": \"b\"}}]'\n"));
    cases.put(
        "patch by target on all",
        root(
            "patches:\n- target: {group: apps}\n  patch: |-\n    apiVersion: apps/v1\n    kind: Deployment\n    metadata: {name: ignored, annotations: {argocd.argoproj.io/hook: PreSync}}\n"));
    cases.put(
        "replacement after prefix",
        with(
            root(
                "namePrefix: a-\nresources: [deployment.yaml, service.yaml, image.ref.yaml]\nreplacements:\n- source: {kind: ImageLock, name: orders, fieldPath: \"spec.images.0.digest\"}\n  targets:\n  - select: {kind: Deployment, name: orders}\n    fieldPaths: [\"spec.template.spec.containers.*.image\"]\n    options: {delimiter: \"@\", index: 1}\n"),
            "unused",
            ""));
    cases.put(
        "base and prefix",
        with(
            Map.of(
                "kustomization.yaml",
                "resources: [base]\nnamePrefix: o-\nimages: [{name: ghcr.io/acme/orders, newTag: t}]\n"),
            "base/kustomization.yaml",
            "resources: [d.yaml]\nnamePrefix: b-\n",
            "base/d.yaml",
            read("deployment.yaml")));
    cases.put(
        "component",
        with(
            root("components: [c]\nnamePrefix: o-\n"),
            "c/kustomization.yaml",
            "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages: [{name: ghcr.io/acme/orders, newTag: c}]\nconfigMapGenerator: [{name: g, literals: [a=b], options: {disableNameSuffixHash: true}}]\n"));
    cases.put(
        "annotations on all", root("commonAnnotations: {argocd.argoproj.io/hook: PreSync}\n"));
    cases.put(
        "local object of a base",
        with(
            Map.of("kustomization.yaml", "resources: [base]\n"),
            "base/kustomization.yaml",
            "resources: [d.yaml, l.yaml]\n",
            "base/d.yaml",
            read("deployment.yaml"),
            "base/l.yaml",
            read("image.ref.yaml")));
    cases.put(
        "generators",
        root(
            "configMapGenerator: [{name: g, literals: [a=b]}]\ngeneratorOptions: {disableNameSuffixHash: true}\n"));
    cases.put(
        "custom resource's lists",
        with(
            root(
                "resources: [deployment.yaml, cr.yaml]\npatches:\n- patch: |-\n    apiVersion: acme.dev/v1\n    kind: Thing\n    metadata: {name: t}\n    spec: {containers: [{name: b, image: b:1}]}\n"),
            "cr.yaml",
            "apiVersion: acme.dev/v1\nkind: Thing\nmetadata: {name: t}\nspec: {containers: [{name: a, image: a:1}]}\n"));
    return cases.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      Path folder = Files.createTempDirectory(temp, "case");
                      for (Map.Entry<String, String> file : entry.getValue().entrySet()) {
                        Path path = folder.resolve(file.getKey());
                        Files.createDirectories(path.getParent());
                        Files.writeString(path, file.getValue());
                      }
                      List<String> ours = seen(ours(folder));
                      assertThat(ours).isNotEmpty().isEqualTo(seen(real(folder)));
                    }));
  }

  private static Map<String, String> root(String kustomization) {
    String resources =
        kustomization.contains("resources:") ? "" : "resources: [deployment.yaml, service.yaml]\n";
    return new TreeMap<>(
        Map.of(
            "kustomization.yaml", resources + kustomization,
            "deployment.yaml", read("deployment.yaml"),
            "service.yaml", read("service.yaml"),
            "image.ref.yaml", read("image.ref.yaml")));
  }

  private static Map<String, String> with(Map<String, String> files, String... more) {
    Map<String, String> all = new TreeMap<>(files);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  private static String read(String file) {
    try {
      return Files.readString(EXAMPLE.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<BundleObject> ours(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    BundleFindings findings = new BundleFindings(true);
    List<BundleObject> objects =
        ObjectBuild.objects(
            Kind.KUSTOMIZE, new BundleFiles("", files), NONE, HelmTool.NONE, findings);
    assertThat(findings.sorted()).isEmpty();
    return objects;
  }

  private static List<BundleObject> real(Path folder) throws IOException {
    Process process;
    try {
      process = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
    } catch (IOException e) {
      return Assumptions.abort("kubectl is not installed");
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).as(error).isNotEmpty();
    List<BundleObject> objects = new ArrayList<>();
    new YamlReader(Budget.LINT)
        .read(new Source("real", said))
        .documents()
        .forEach(document -> objects.addAll(BundleObject.in(document)));
    return objects;
  }

  /** Kind, name, images and annotations of each object: all that is proven of it. */
  private static List<String> seen(List<BundleObject> objects) {
    return objects.stream()
        .map(
            object -> {
              List<String> images = new ArrayList<>();
              collect(object.root(), images);
              Node hook = object.root().at("metadata", "annotations", "argocd.argoproj.io/hook");
              return object.kind()
                  + " "
                  + object.name()
                  + (images.isEmpty()
                      ? ""
                      : " " + String.join(" ", images.stream().distinct().sorted().toList()))
                  + (hook == null ? "" : " hook");
            })
        .sorted()
        .toList();
  }

  private static void collect(Node node, List<String> images) {
    switch (node) {
      case MapNode map -> {
        for (MapNode.Entry entry : map.entries()) {
          if (entry.key().text().equals("image") && entry.value() instanceof ScalarNode image) {
            images.add("image=" + image.text());
          }
          collect(entry.value(), images);
        }
      }
      case ListNode list -> list.items().forEach(item -> collect(item, images));
      case ScalarNode ignored -> {}
    }
  }
}
