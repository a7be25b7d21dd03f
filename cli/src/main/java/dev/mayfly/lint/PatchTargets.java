package dev.mayfly.lint;

import dev.mayfly.argocd.Re2Filter;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which objects the patches of kustomizations are for. */
final class PatchTargets {
  /** The kind and name that a patch is for; both empty where it does not say, or is unreadable. */
  private record Part(String kind, String name) {
    static final Part ANY = new Part("", "");

    static Part of(Node document) {
      String kind = document.textAt("kind");
      String name = document.textAt("metadata", "name");
      return document instanceof MapNode && kind != null && name != null
          ? new Part(kind, name)
          : ANY;
    }
  }

  private final YamlReader reader = new YamlReader(Budget.LINT);

  /** By the patch's text, as one patch is asked about for many objects. */
  private final Map<String, List<Part>> parts = new ConcurrentHashMap<>();

  /** The text of a file of the repository; empty for one that was not read. */
  private final Function<String, String> files;

  PatchTargets(Function<String, String> files) {
    this.files = files;
  }

  /** Whether a patch may change the object; what applies to everything may. */
  boolean reach(Kustomization kustomization, Resource resource) {
    for (String all : new String[] {"components", "transformers", "vars"}) {
      if (kustomization.root().has(all)) {
        return true;
      }
    }
    return kustomization.patches().stream().anyMatch(it -> reaches(kustomization, it, resource))
        || kustomization.texts("patchesStrategicMerge").stream()
            .anyMatch(it -> isPart(text(kustomization, it.text()), resource));
  }

  private boolean reaches(Kustomization kustomization, Node patch, Resource resource) {
    if (patch.at("target") instanceof MapNode target) {
      return fits(target.textAt("kind"), resource.kind())
          && fits(target.textAt("name"), resource.name());
    }
    String inline = patch.textAt("patch");
    if (patch.at("targets") != null || (patch.textAt("path") == null && inline == null)) {
      return true;
    }
    return isPart(
        inline == null ? text(kustomization, patch.textOrEmpty("path")) : inline, resource);
  }

  /** A file's text by its path; what holds a line break is the patch itself. */
  private String text(Kustomization kustomization, String patch) {
    return Kustomization.isInline(patch)
        ? patch
        : files.apply(RelativePath.resolve(kustomization.directory(), patch));
  }

  /** Whether a strategic-merge patch names the object; one that cannot be read may. */
  private boolean isPart(String patch, Resource resource) {
    return parts.computeIfAbsent(patch, this::read).stream()
        .anyMatch(it ->
            it.kind().isEmpty()
                || it.kind().equals(resource.kind()) && it.name().equals(resource.name()));
  }

  private List<Part> read(String patch) {
    ReadResult result = reader.read("patch", patch.getBytes(StandardCharsets.UTF_8));
    return !result.problems().isEmpty() || result.documents().isEmpty()
        ? List.of(Part.ANY)
        : result.documents().stream().map(Part::of).toList();
  }

  /** Targets are anchored regular expressions. */
  private static boolean fits(@Nullable String pattern, String text) {
    if (pattern == null || pattern.isEmpty() || pattern.equals(text)) {
      return true;
    }
    return !(Re2Filter.of("^(?:" + pattern + ")$") instanceof Re2Filter.Compiled compiled)
        || compiled.isFoundIn(text);
  }
}
