package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies the patches of one kustomization, inline or from files of the bundle. */
final class KustomizePatches {
  private static final String WAY_OUT = "write the whole object, or a plain patch";

  private final BundleFiles files;
  private final KustomizeFile kustomization;
  private final BundleFindings findings;

  KustomizePatches(BundleFiles files, KustomizeFile kustomization, BundleFindings findings) {
    this.files = files;
    this.kustomization = kustomization;
    this.findings = findings;
  }

  List<BundleObject> apply(List<BundleObject> objects) {
    List<BundleObject> patched = new ArrayList<>(objects);
    for (ScalarNode entry : kustomization.texts("patchesStrategicMerge")) {
      boolean inline = entry.text().contains("\n");
      documents(inline ? null : entry, inline ? entry : null)
          .forEach(patch -> patch(patched, patch, Optional.empty(), entry.location()));
    }
    for (String key : List.of("patches", "patchesJson6902")) {
      for (Node entry : kustomization.items(key)) {
        Optional<KustomizeSelector> target = KustomizeSelector.of(entry.at("target"));
        if (entry.at("options") != null
            || !target.map(KustomizeSelector::isDecidable).orElse(true)) {
          undecided(entry.location(), "this patch has options or selects by a pattern");
        }
        documents(entry.at("path"), entry.at("patch"))
            .forEach(patch -> patch(patched, patch, target, entry.location()));
      }
    }
    return patched;
  }

  private List<Node> documents(@Nullable Node path, @Nullable Node inline) {
    ReadResult read;
    if (inline instanceof ScalarNode text) {
      // Blank lines in front give the patch the line numbers that it has in its file.
      String padding = "\n".repeat(Math.max(0, text.location().line()));
      Source source = new Source(files.shown(kustomization.path()), padding + text.text());
      read = new YamlReader(Budget.BUNDLE).read(source);
    } else {
      String entry = path == null ? "" : BundleObject.textOf(path);
      Optional<String> file = BundlePath.resolve(kustomization.folder(), entry).filter(files::has);
      if (file.isEmpty()) {
        return List.of();
      }
      read = files.yaml(file.get());
    }
    findings.addAll(read.problems());
    return read.documents();
  }

  private void patch(
      List<BundleObject> objects, Node patch, Optional<KustomizeSelector> target, Location at) {
    Optional<KustomizeSelector> selector = target.or(() -> ownTarget(patch));
    if (selector.isEmpty()) {
      undecided(at, "this patch names no object");
      return;
    }
    for (int i = objects.size() - 1; i >= 0; i--) {
      if (selector.get().selects(objects.get(i))) {
        Optional<BundleObject> patched = patched(objects.get(i), patch, at);
        if (patched.isPresent()) {
          objects.set(i, patched.get());
        } else {
          objects.remove(i);
        }
      }
    }
  }

  private Optional<BundleObject> patched(BundleObject object, Node patch, Location at) {
    if (patch instanceof ListNode operations) {
      Optional<Node> result = JsonPatch.apply(object.root(), operations);
      if (result.isEmpty()) {
        undecided(at, "this patch has an operation that is not worked out here");
      }
      return Optional.of(result.map(object::with).orElse(object));
    }
    boolean builtIn = !object.group().contains(".") || object.group().endsWith(".k8s.io");
    StrategicMerge.Merged merged = StrategicMerge.merge(object.root(), anonymous(patch), builtIn);
    if (!merged.understood()) {
      undecided(at, "this patch has a directive that is not worked out here");
    }
    return Optional.ofNullable(merged.node()).map(object::with);
  }

  /** What identifies the patch stays the object's own, as kustomize has it without options. */
  private static Node anonymous(Node patch) {
    if (!(patch instanceof MapNode map)) {
      return patch;
    }
    MapNode rest = Nodes.with(Nodes.with(map, "apiVersion", null), "kind", null);
    return rest.get("metadata") instanceof MapNode metadata
        ? Nodes.with(rest, "metadata", Nodes.with(metadata, "name", null))
        : rest;
  }

  private static Optional<KustomizeSelector> ownTarget(Node patch) {
    Node kind = patch.at("kind");
    Node name = patch.at("metadata", "name");
    if (kind == null || name == null) {
      return Optional.empty();
    }
    Node target = new MapNode(List.of(), patch.location());
    target = Nodes.with(target, List.of("kind"), kind);
    return KustomizeSelector.of(Nodes.with(target, List.of("name"), name));
  }

  private void undecided(Location at, String message) {
    findings.undecided(at, message, WAY_OUT);
  }
}
