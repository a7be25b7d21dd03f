package dev.mayfly.bundle.build;

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
 * What {@code kustomize build} makes of a small closed grammar: plain resources and folders, {@code
 * labels}, a lock file's {@code replacements}, and the namespace and digests of the Application, in
 * kustomize's order (kustomize source, kusttarget_configplugin.go). All else, at any level, is
 * undecided: the program itself is asked where it is on PATH.
 */
final class PlainKustomize {
  private static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";
  private static final String WAY_OUT =
      "run where `kustomize` is on PATH, or write plain resources";

  private final BundleFiles files;
  private final ArgoSettings settings;
  private final BundleFindings findings;
  private final Set<String> open = new HashSet<>();

  /**
   * Keys of labels that were set. Kustomize shares the value between all fields of an object, so a
   * second label of that key changes selectors too that it does not mean (seen in 5.8.1).
   */
  private final Set<String> labelled = new HashSet<>();

  PlainKustomize(BundleFiles files, ArgoSettings settings, BundleFindings findings) {
    this.files = files;
    this.settings = settings;
    this.findings = findings;
  }

  List<BundleObject> build(KustomizeFile root) {
    if (settings.namePrefix().isPresent() || !settings.labels().isEmpty()) {
      undecided(root.root(), "names and selectors are changed by kustomize, which is not here");
      return List.of();
    }
    List<BundleObject> objects = accumulate(root, true);
    Set<String> ids = new HashSet<>();
    for (BundleObject object : objects) {
      if (!ids.add(object.type() + "/" + object.name())) {
        undecided(object.root(), object.title() + " is there twice");
      }
    }
    return objects.stream().filter(object -> !isLocal(object)).toList();
  }

  /** Kustomize drops such objects at the very end of the root. */
  private static boolean isLocal(BundleObject object) {
    return object.text("metadata", "annotations", LOCAL_CONFIG).equals("true");
  }

  private List<BundleObject> accumulate(KustomizeFile file, boolean root) {
    Vocabulary.PLAIN_KUSTOMIZATION.unknown(
        "Kustomization",
        file.root(),
        (key, known) -> undecided(key, "`" + key.text() + "` is left to kustomize"));
    if (!file.isPlain(files) || !open.add(file.folder())) {
      undecided(file.root(), "this is no plain kustomization, has a twin, or takes in itself");
      return List.of();
    }
    List<BundleObject> objects = new ArrayList<>();
    for (Node entry : file.items("resources")) {
      resource(file, entry, objects);
    }
    open.remove(file.folder());
    if (root && !settings.namespace().isEmpty()) {
      ScalarNode namespace = Nodes.text(settings.namespace(), file.root().location());
      objects.replaceAll(
          object ->
              new BundleObject(
                  Nodes.with(object.root(), List.of("metadata", "namespace"), namespace)));
    }
    file.items("labels").forEach(label -> label(objects, label));
    if (root) {
      PlainImages images = new PlainImages(settings.images());
      objects.replaceAll(object -> new BundleObject(images.apply(object.root())));
    }
    for (Node replacement : file.items("replacements")) {
      if (!PlainReplacements.apply(objects, replacement)) {
        undecided(replacement, "this replacement is left to kustomize");
      }
    }
    return objects;
  }

  private void resource(KustomizeFile file, Node entry, List<BundleObject> objects) {
    String path = entry instanceof ScalarNode text ? text.text() : "";
    String inside = BundlePath.resolve(file.folder(), path).orElse("");
    if (files.has(inside) && !KustomizeFile.isKustomization(inside)) {
      findings.addAll(files.yaml(inside).problems());
      files.yaml(inside).documents().forEach(document -> take(document, objects));
    } else {
      Optional<KustomizeFile> below = KustomizeFile.in(files, inside);
      below.ifPresentOrElse(
          found -> objects.addAll(accumulate(found, false)),
          () -> undecided(entry, "this is no resource that is read here"));
    }
  }

  private void take(Node document, List<BundleObject> objects) {
    List<BundleObject> found = ObjectBuild.objects(document, findings);
    for (BundleObject object : found) {
      if (found.size() > 1
          || object.name().isEmpty()
          || !object.namespace().isEmpty()
          || !PlainLabels.KINDS.contains(object.kind())
          || isSteering(object.root().at("metadata", "annotations"))) {
        findings.undecided(
            object.at("metadata"), object.title() + " is left to kustomize", WAY_OUT);
      }
      Nodes.unsettled(object.root())
          .ifPresent(
              scalar ->
                  undecided(
                      scalar,
                      "kustomize may write `" + UntrustedText.clean(scalar.text(), 40) + "` anew"));
    }
    objects.addAll(found);
  }

  /** Annotations that kustomize obeys; the one that leaves an object out is understood. */
  private static boolean isSteering(@Nullable Node annotations) {
    return annotations instanceof MapNode map
        && map.entries().stream()
            .anyMatch(
                entry ->
                    entry.key().text().matches(".*(config\\.k|kustomize).*")
                        && !(entry.key().text().equals(LOCAL_CONFIG)
                            && "true".equals(map.textAt(LOCAL_CONFIG))));
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
        && Nodes.unsettled(scalar).isEmpty()
        && scalar.type() == ScalarType.STRING;
  }

  private void undecided(Node at, String message) {
    findings.undecided(at.location(), message, WAY_OUT);
  }
}
