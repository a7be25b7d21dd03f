package dev.mayfly.bundle.build;

import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kustomize build} makes of a small closed grammar: plain resources, {@code labels}, a
 * lock file's {@code replacements}, and the namespace and digests of the Application, in
 * kustomize's order (kustomize source, kusttarget_configplugin.go). All else, at any level, is
 * undecided: the program itself is asked where it is on PATH.
 */
final class PlainKustomize {
  private static final String WAY_OUT =
      "run where `kustomize` is on PATH, or write plain resources";

  private static final Set<String> KINDS =
      Set.of(
          "v1 ConfigMap",
          "v1 Secret",
          "v1 ServiceAccount",
          "v1 Service",
          "apps/v1 Deployment",
          "mayfly.dev/v1alpha1 ImageLock");

  private final BundleFiles files;
  private final ArgoSettings settings;
  private final BundleFindings findings;

  /**
   * Keys of labels that were set. Kustomize shares the value between all fields of an object, so a
   * second label of that key changes selectors too that it does not mean (seen in 5.8.1).
   */
  private final Set<String> labelled = new HashSet<>();

  private final Set<String> ids = new HashSet<>();
  private final Set<String> bases = new HashSet<>();

  PlainKustomize(BundleFiles files, ArgoSettings settings, BundleFindings findings) {
    this.files = files;
    this.settings = settings;
    this.findings = findings;
  }

  List<BundleObject> build(Kustomization root) {
    if (settings.namePrefix().isPresent() || !settings.labels().isEmpty()) {
      undecided(root.root(), "names and selectors are changed by kustomize, which is not here");
      return List.of();
    }
    return level(root, true);
  }

  /** What one kustomization makes of its own resources and of those of its bases. */
  private List<BundleObject> level(Kustomization root, boolean top) {
    Vocabulary.PLAIN_KUSTOMIZATION.unknown(
        "Kustomization",
        root.root(),
        (key, known) -> undecided(key, "`" + key.text() + "` is left to kustomize"));
    if (!isPlain(root)) {
      undecided(root.root(), "this is not a plain kustomization, or has a twin");
    }
    List<BundleObject> objects = new ArrayList<>();
    root.root().itemsAt("resources").forEach(entry -> resource(root.directory(), entry, objects));
    if (top && !settings.namespace().isEmpty()) {
      ScalarNode namespace = new ScalarNode(settings.namespace(), false, root.root().location());
      List<String> path = List.of("metadata", "namespace");
      objects.replaceAll(object -> new BundleObject(object.root().with(path, namespace)));
    }
    root.root().itemsAt("labels").forEach(label -> label(objects, label));
    if (top) {
      PlainImages images = new PlainImages(settings.images());
      objects.replaceAll(object -> new BundleObject(images.apply(object.root())));
    }
    for (Node replacement : root.root().itemsAt("replacements")) {
      if (!PlainLock.apply(objects, replacement)) {
        undecided(replacement, "this replacement is left to kustomize");
      }
    }
    // At the end of each level, as kustomize does.
    return objects.stream().filter(it -> !KubernetesMetadata.isKeptBack(it.root())).toList();
  }

  /** Whether it says plainly that it is a kustomization, and is the only one of its folder. */
  private boolean isPlain(Kustomization root) {
    return files.kustomizationFiles(root.directory()).count() == 1
        && isUnsetOr(root, "apiVersion", "kustomize.config.k8s.io/v1beta1")
        && isUnsetOr(root, "kind", "Kustomization");
  }

  private static boolean isUnsetOr(Kustomization root, String key, String value) {
    return root.at(key) == null || value.equals(root.textAt(key));
  }

  /** A file of the folder itself or below, or the folder of a base that is named once. */
  private void resource(String folder, Node entry, List<BundleObject> objects) {
    String path = entry instanceof ScalarNode text ? text.text() : "";
    String file = BundleFiles.resolve(folder, path).orElse("");
    Optional<Kustomization> base = files.kustomizationIn(file);
    if (RelativePath.isWithin(folder, file) && files.has(file) && !Kustomization.isFile(file)) {
      findings.addAll(files.yaml(file).problems());
      files.yaml(file).documents().forEach(document -> take(document, objects));
    } else if (!file.isEmpty() && base.isPresent() && bases.add(file)) {
      objects.addAll(level(base.get(), false));
    } else {
      undecided(entry, "this resource is left to kustomize");
    }
  }

  private void take(Node document, List<BundleObject> objects) {
    List<BundleObject> found = ObjectBuild.objects(document, findings);
    for (BundleObject object : found) {
      if (found.size() > 1
          || object.name().isEmpty()
          || !object.namespace().isEmpty()
          || !KINDS.contains(object.text("apiVersion") + " " + object.kind())
          || !ids.add(object.kind() + " " + object.name())
          || hasMore(object.root().at("spec", "template", "spec"))
          || isSteering(object.root().at("metadata", "annotations"))) {
        findings.undecided(
            object.at("metadata"), object.title() + " is left to kustomize", WAY_OUT);
      }
      UnsettledScalar.in(object.root())
          .ifPresent(scalar ->
              undecided(
                  scalar,
                  "kustomize may rewrite `" + UntrustedText.clean(scalar.text(), 40) + "`"));
    }
    objects.addAll(found);
  }

  /** What holds selectors and images of its own, which kustomize changes too. */
  private static boolean hasMore(@Nullable Node pod) {
    return pod != null
        && (pod.at("affinity") != null
            || pod.at("topologySpreadConstraints") != null
            || pod.itemsAt("volumes").stream().anyMatch(it -> it.at("image") != null));
  }

  /** Annotations that kustomize obeys; the one that leaves an object out is understood. */
  private static boolean isSteering(@Nullable Node annotations) {
    return annotations instanceof MapNode map
        && map.entries().stream()
            .anyMatch(entry ->
                entry.key().text().matches(".*(config\\.k|kustomize).*")
                    && !(entry.key().text().equals(KubernetesMetadata.LOCAL_CONFIG)
                        && "true".equals(entry.value().textAt())));
  }

  private void label(List<BundleObject> objects, Node label) {
    String selectors = Optional.ofNullable(label.textAt("includeSelectors")).orElse("false");
    if (!(label.at("pairs") instanceof MapNode pairs)
        || !selectors.matches("true|false")
        || !pairs.entries().stream()
            .allMatch(pair -> isText(pair.value()) && labelled.add(pair.key().text()))) {
      undecided(label, "this label is left to kustomize");
      return;
    }
    for (int i = 0; i < objects.size(); i++) {
      BundleObject object = objects.get(i);
      Optional<MapNode> labelled =
          PlainLabels.apply(object.root(), pairs, selectors.equals("true"));
      if (labelled.isEmpty()) {
        undecided(label, object.title() + " is labelled by kustomize in its own way");
      }
      objects.set(i, labelled.map(BundleObject::new).orElse(object));
    }
  }

  private static boolean isText(Node value) {
    return value instanceof ScalarNode scalar
        && UnsettledScalar.in(scalar).isEmpty()
        && scalar.type() == ScalarType.STRING;
  }

  private void undecided(Node at, String message) {
    findings.undecided(at.location(), message, WAY_OUT);
  }
}
