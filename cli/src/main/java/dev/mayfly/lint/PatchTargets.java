package dev.mayfly.lint;

import dev.mayfly.argocd.Re2Filter;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which objects the patches of a kustomization are for. */
final class PatchTargets {
  private final Kustomization kustomization;

  /** The text of a file of the repository; empty for one that was not read. */
  private final Function<String, String> files;

  private final PatchTexts patches;

  PatchTargets(Kustomization kustomization, Function<String, String> files, PatchTexts patches) {
    this.kustomization = kustomization;
    this.files = files;
    this.patches = patches;
  }

  /** Whether a patch may change the object; what applies to everything may. */
  boolean reach(Resource resource) {
    for (String all : new String[] {"components", "transformers", "vars"}) {
      if (kustomization.root().has(all)) {
        return true;
      }
    }
    return kustomization.patches().stream().anyMatch(it -> reaches(it, resource))
        || kustomization.texts("patchesStrategicMerge").stream()
            .anyMatch(it -> isPart(text(it.text()), resource));
  }

  private boolean reaches(Node patch, Resource resource) {
    if (patch.at("target") instanceof MapNode target) {
      return fits(target.textAt("kind"), resource.kind())
          && fits(target.textAt("name"), resource.name());
    }
    String path = patch.textAt("path");
    String inline = patch.textAt("patch");
    if (patch.at("targets") != null || (path == null && inline == null)) {
      return true;
    }
    return isPart(inline == null ? text(path == null ? "" : path) : inline, resource);
  }

  /** A file's text by its path; what holds a line break is the patch itself. */
  private String text(String patch) {
    return Kustomization.isInline(patch)
        ? patch
        : files.apply(RelativePath.resolve(kustomization.directory(), patch));
  }

  /** Whether a strategic-merge patch names the object; one that cannot be read may. */
  private boolean isPart(String patch, Resource resource) {
    return patches.of(patch).stream()
        .anyMatch(
            it ->
                it.kind().isEmpty()
                    || it.kind().equals(resource.kind()) && it.name().equals(resource.name()));
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
