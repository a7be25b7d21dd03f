package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.image.ImageLock;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** A bundle that is in order, for tests to break in one place. */
final class BundleCase {
  static final String DIGEST = "sha256:" + "1".repeat(64);
  static final String OTHER = "sha256:" + "2".repeat(64);
  static final String PATH = "primitives/service/orders/deploy";

  private static final Templates TEMPLATES = new Templates(Map.of());

  /** By the text of the platform: cases differ in their files mostly. */
  private static final Map<String, Blueprint> LOADED = new ConcurrentHashMap<>();

  private static final Map<String, SortedMap<String, String>> RENDERED = new ConcurrentHashMap<>();

  final SortedMap<String, String> files = new TreeMap<>();
  private String platform = read("examples/primitives/mayfly.yaml");
  private RenderTool helm = RenderTool.NONE;

  private BundleCase() {}

  /** A Deployment and its Service, with the digest from the lock. */
  static BundleCase kustomize() {
    return new BundleCase()
        .file(
            "kustomization.yaml",
            """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            - deployment.yaml
            - service.yaml
            - image.ref.yaml
            replacements:
            - source: {kind: ImageLock, name: orders, fieldPath: "spec.images.[name=ghcr.io/acme/orders].digest"}
              targets:
              - select: {kind: Deployment, name: orders}
                fieldPaths: ["spec.template.spec.containers.[name=orders].image"]
                options: {delimiter: "@", index: 1}
            """)
        .file("deployment.yaml", deployment("ghcr.io/acme/orders@sha256:in-the-lock"))
        .file(
            "service.yaml",
            """
            apiVersion: v1
            kind: Service
            metadata: {name: orders}
            spec: {selector: {app: orders}, ports: [{port: 80, targetPort: 8080}]}
            """)
        .file("image.ref.yaml", lock(DIGEST));
  }

  /** The same objects as plain files. */
  static BundleCase directory() {
    BundleCase plain =
        kustomize()
            .platform("kind: kustomize", "kind: directory")
            .file("deployment.yaml", deployment("ghcr.io/acme/orders@" + DIGEST))
            .file("image.ref.yaml", "# +argocd:skip-file-rendering\n" + lock(DIGEST));
    plain.files.remove("kustomization.yaml");
    return plain;
  }

  /** A chart in a namespace that production uses too, without a route to it. */
  static BundleCase sharedChart() {
    BundleCase chart = routedChart();
    return chart
        .platform("      service: {name: \"${preview.application}\", port: 8080}\n", "")
        .platform("      bindings:\n", "      bindings:\n        provided: [monolith-pr-7-x]\n");
  }

  /** The same chart, with a route to the Service that is called as the preview is. */
  static BundleCase routedChart() {
    BundleCase chart = new BundleCase();
    chart.platform = read("examples/monolith/mayfly.yaml");
    return chart
        .file("Chart.yaml", "apiVersion: v2\nname: monolith\nversion: 1.0.0\n")
        .file("templates/deployment.yaml", "name: {{ .Release.Name }}\n");
  }

  static String deployment(String image) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: orders}
    spec:
      selector: {matchLabels: {app: orders}}
      template:
        metadata: {labels: {app: orders}}
        spec:
          containers:
          - name: orders
            image: %s
    """
        .formatted(image);
  }

  static String lock(String digest) {
    return """
    apiVersion: mayfly.dev/v1alpha1
    kind: ImageLock
    metadata: {name: orders, annotations: {config.kubernetes.io/local-config: "true"}}
    spec:
      images:
      - name: ghcr.io/acme/orders
        digest: %s
    """
        .formatted(digest);
  }

  BundleCase file(String path, String text) {
    files.put(path, text);
    return this;
  }

  /** Puts a line at the end of a file. */
  BundleCase more(String path, String text) {
    return file(path, files.getOrDefault(path, "") + text);
  }

  BundleCase replace(String path, String old, String text) {
    if (!files.getOrDefault(path, "").contains(old)) {
      throw new IllegalArgumentException(path + " has no " + old);
    }
    return file(path, files.get(path).replace(old, text));
  }

  /** An object that the kustomization includes, or that simply lies there. */
  BundleCase object(String text) {
    if (files.containsKey("kustomization.yaml")) {
      replace("kustomization.yaml", "resources:\n", "resources:\n- more.yaml\n");
    }
    return file("more.yaml", text);
  }

  BundleCase platform(String old, String text) {
    if (!platform.contains(old)) {
      throw new IllegalArgumentException("the platform has no " + old);
    }
    platform = platform.replace(old, text);
    return this;
  }

  String platformText() {
    return platform;
  }

  BundleCase helm(RenderTool tool) {
    helm = tool;
    return this;
  }

  /** A chart that yields these objects, whatever its templates say. */
  BundleCase renders(String manifests) {
    return helm((kind, files, settings) ->
        Optional.of(new RenderTool.Rendering("helm", "v4.2", manifests, "")));
  }

  Blueprint blueprint() {
    return LOADED.computeIfAbsent(
        platform,
        text ->
            PlatformLoader.load("mayfly.yaml", text.getBytes(StandardCharsets.UTF_8))
                .blueprints()
                .getFirst());
  }

  PreviewFacts facts(String headSha) {
    Blueprint blueprint = blueprint();
    return new PreviewFacts(
        new PullRequest(
            blueprint.app().repository(), new PullRequestNumber(7), new CommitSha(headSha)),
        Map.of("app", new ImageDigest(DIGEST)),
        Optional.empty());
  }

  SortedMap<String, String> overlay(PreviewFacts facts) {
    return RENDERED.computeIfAbsent(
        platform + facts,
        unused ->
            Collections.unmodifiableSortedMap(Overlay.of(blueprint(), TEMPLATES).files(facts)));
  }

  List<Problem> problems() {
    PreviewFacts facts = facts("a".repeat(40));
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    SortedMap<String, ImageLock> locks = new TreeMap<>();
    if (bytes.containsKey("image.ref.yaml")) {
      String path = PATH + "/image.ref.yaml";
      locks.put(path, ImageLock.read(path, bytes.get("image.ref.yaml")));
    }
    return BundleChecks.run(
        blueprint(), facts, new BundleFiles(PATH, bytes), locks, overlay(facts), helm);
  }

  /** The ids of all findings, each with its severity. */
  List<String> findings() {
    return problems().stream()
        .map(problem -> problem.severity().word() + " " + problem.id())
        .distinct()
        .sorted()
        .toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
