package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.manifest.PlatformFile.Role;
import dev.mayfly.platform.App.Extra;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The manifests that admins own: the platform set and, for Pattern A, the baseline charts. */
public final class PlatformSet {
  private PlatformSet() {}

  /**
   * All files by their path in the GitOps repository.
   *
   * @param live what committed previews hold, which stays permitted
   */
  public static SortedMap<String, String> files(
      LoadedPlatform loaded, LivePreviews live, Templates templates) {
    List<Overlay> overlays =
        loaded.all().stream().map(blueprint -> Overlay.of(blueprint, templates)).toList();
    requireListed(loaded, templates);
    PlatformContext context = new PlatformContext(loaded, overlays, live, templates);
    List<PlatformFile> files =
        PlatformKinds.ALL.stream().flatMap(kind -> kind.files(context).stream()).toList();

    SortedMap<String, String> byPath = new TreeMap<>();
    for (PlatformFile file : files) {
      if (byPath.put("platform/" + file.path(), file.text()) != null) {
        throw new IllegalStateException("two files for " + file.path());
      }
    }
    byPath.put("platform/kustomization.yaml", kustomization(files, templates));
    if (loaded.platform().gitops().isGenerator()) {
      overlays.forEach(overlay -> byPath.putAll(BaselineChart.files(overlay, templates)));
    }
    return byPath;
  }

  /** An extra that no app lists has no effect, which is never what its author meant. */
  private static void requireListed(LoadedPlatform loaded, Templates templates) {
    SortedSet<String> unlisted = new TreeSet<>(templates.extras());
    loaded.platform().apps().stream()
        .flatMap(app -> app.extras().stream())
        .map(Extra::name)
        .forEach(unlisted::remove);
    if (!unlisted.isEmpty()) {
      throw Fault.CONFIGURATION.error(
          "unlisted-extra",
          Location.ofFile("templates/extra/" + unlisted.first() + ".yaml"),
          "no app lists the extra `" + unlisted.first() + "`",
          "add it to `apps[].extras`, or remove the file");
    }
  }

  private static String kustomization(List<PlatformFile> files, Templates templates) {
    List<String> resources =
        Stream.concat(paths(files, Role.GUARD), paths(files, Role.OBJECT).sorted()).toList();
    Manifest kustomization =
        templates.manifest(
            "kustomization.yaml",
            TemplateName.PLATFORM_KUSTOMIZATION,
            new Scope().put("resources", Value.ofAll(resources)));
    return kustomization.text(GoTemplateBinding.NO_PULL_REQUEST);
  }

  private static Stream<String> paths(List<PlatformFile> files, Role role) {
    return files.stream().filter(file -> file.role() == role).map(PlatformFile::path);
  }
}
