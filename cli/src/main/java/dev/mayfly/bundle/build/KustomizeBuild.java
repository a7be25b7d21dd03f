package dev.mayfly.bundle.build;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code kustomize build} makes of local files, in its order: resources, generators,
 * components, patches, names, annotations, images, replacements (kustomize source,
 * kusttarget_configplugin.go). Labels and annotations are left out: nothing that is proven here
 * depends on them.
 */
final class KustomizeBuild {
  private static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";

  private final BundleFiles files;
  private final ArgoSettings settings;
  private final BundleFindings findings;
  private final Set<String> open = new HashSet<>();

  KustomizeBuild(BundleFiles files, ArgoSettings settings, BundleFindings findings) {
    this.files = files;
    this.settings = settings;
    this.findings = findings;
  }

  List<BundleObject> build() {
    Optional<KustomizeFile> root = KustomizeFile.in(files, "");
    if (root.isEmpty()) {
      findings.error(
          "no-kustomization",
          files.location(""),
          "the bundle has no kustomization that can be read",
          "write a kustomization.yaml into the bundle's folder");
      return List.of();
    }
    return accumulate(root.get().with(settings), List.of());
  }

  /** Kustomize drops such objects at the end of the kustomization that has them. */
  private static boolean isLocal(BundleObject object) {
    return object.text("metadata", "annotations", LOCAL_CONFIG).equals("true");
  }

  private List<BundleObject> accumulate(KustomizeFile file, List<BundleObject> inherited) {
    if (!open.add(file.folder())) {
      return inherited;
    }
    List<BundleObject> objects = new ArrayList<>(inherited);
    for (ScalarNode entry : file.texts("resources", "bases")) {
      objects.addAll(resource(file, entry));
    }
    objects.addAll(generated(file, "configMapGenerator", "ConfigMap"));
    objects.addAll(generated(file, "secretGenerator", "Secret"));
    for (ScalarNode entry : file.texts("components")) {
      Optional<KustomizeFile> component =
          BundlePath.resolve(file.folder(), entry.text())
              .flatMap(folder -> KustomizeFile.in(files, folder));
      if (component.isPresent()) {
        objects = new ArrayList<>(accumulate(component.get(), objects));
      }
    }
    open.remove(file.folder());
    return transform(file, objects).stream().filter(object -> !isLocal(object)).toList();
  }

  private List<BundleObject> resource(KustomizeFile file, ScalarNode entry) {
    Optional<String> path =
        BundlePath.resolve(file.folder(), entry.text())
            .filter(p -> !BundlePath.isRemote(entry.text()));
    if (path.isEmpty()) {
      return List.of();
    }
    if (!files.has(path.get())) {
      return KustomizeFile.in(files, path.get())
          .map(below -> accumulate(below, List.of()))
          .orElse(List.of());
    }
    List<BundleObject> objects = new ArrayList<>();
    findings.addAll(files.yaml(path.get()).problems());
    files
        .yaml(path.get())
        .documents()
        .forEach(document -> objects.addAll(BundleObject.in(document)));
    return objects;
  }

  /** The name ends in a hash of the content, unless that is switched off. */
  private static List<BundleObject> generated(KustomizeFile file, String key, String kind) {
    List<BundleObject> objects = new ArrayList<>();
    for (Node entry : file.items(key)) {
      if (entry.at("name") instanceof ScalarNode name && entry.at("behavior") == null) {
        boolean plain =
            isOn(file.root().at("generatorOptions", "disableNameSuffixHash"))
                || isOn(entry.at("options", "disableNameSuffixHash"));
        Node object = new MapNode(List.of(), entry.location());
        object = Nodes.with(object, List.of("apiVersion"), Nodes.text("v1", entry.location()));
        object = Nodes.with(object, List.of("kind"), Nodes.text(kind, entry.location()));
        object = Nodes.with(object, List.of("metadata", "name"), name);
        object = annotated(object, file.root().at("generatorOptions", "annotations"));
        object = annotated(object, entry.at("options", "annotations"));
        for (BundleObject made : BundleObject.in(object)) {
          objects.add(plain ? made : made.renamed(name.text() + "-<hash>"));
        }
      }
    }
    return objects;
  }

  private static boolean isOn(@Nullable Node node) {
    return node instanceof ScalarNode scalar && scalar.text().equals("true");
  }

  /** An annotation can make any object a hook. */
  private static Node annotated(Node object, @Nullable Node annotations) {
    Node changed = object;
    if (annotations instanceof MapNode map) {
      for (MapNode.Entry entry : map.entries()) {
        List<String> path = List.of("metadata", "annotations", entry.key().text());
        changed = Nodes.with(changed, path, entry.value());
      }
    }
    return changed;
  }

  private List<BundleObject> transform(KustomizeFile file, List<BundleObject> objects) {
    List<BundleObject> changed = new KustomizePatches(files, file, findings).apply(objects);
    String prefix = file.text("namePrefix");
    String suffix = file.text("nameSuffix");
    if (!prefix.isEmpty() || !suffix.isEmpty()) {
      changed.replaceAll(object -> object.renamed(prefix + object.name() + suffix));
    }
    Node annotations = file.root().at("commonAnnotations");
    changed.replaceAll(object -> object.with(annotated(object.root(), annotations)));
    List<Node> images = file.items("images");
    changed.replaceAll(object -> object.with(KustomizeImages.apply(object.root(), images)));
    return new KustomizeReplacements(files, file, findings).apply(changed);
  }
}
