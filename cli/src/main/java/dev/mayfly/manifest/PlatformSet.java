package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.manifest.PlatformFile.Role;
import dev.mayfly.platform.App.Extra;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Value;
import dev.mayfly.yaml.JsonWriter;
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
      overlays.forEach(overlay -> byPath.putAll(chart(overlay, templates)));
    }
    return byPath;
  }

  /**
   * Pattern A's Helm chart: the overlay's own templates, with the pull request's number left to
   * Helm. Its schema accepts that number and nothing else.
   */
  private static SortedMap<String, String> chart(Overlay overlay, Templates templates) {
    Blueprint blueprint = overlay.blueprint();
    String folder = PreviewFolders.baseline(blueprint.app().name()) + "/";
    SortedMap<String, String> files = new TreeMap<>();
    for (Manifest object : overlay.objects()) {
      files.put(folder + "templates/" + object.path(), object.text(GoTemplateBinding.HELM_CHART));
    }
    String name = blueprint.app().name() + "-preview";
    Manifest chart =
        templates.manifest(
            "Chart.yaml",
            TemplateName.CHART_CHART,
            new Scope()
                .put("name", name)
                .put("description", "What every preview of " + blueprint.app().name() + " has"));
    files.put(folder + chart.path(), chart.text(GoTemplateBinding.NO_PULL_REQUEST));
    files.put(
        folder + "values.schema.json",
        JsonWriter.pretty(
            templates
                .render(
                    TemplateName.CHART_VALUES_SCHEMA, new Scope().put("title", "values of " + name))
                .bind(GoTemplateBinding.NO_PULL_REQUEST)));
    return files;
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
