package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects of a bundle, by the tool that Argo CD renders it with. */
public final class ObjectBuild {
  /** What Argo CD leaves out of a plain directory (Argo CD docs, "Directory"). */
  public static final String SKIP_MARK = "# +argocd:skip-file-rendering";

  private ObjectBuild() {}

  /**
   * What would be applied. What could not be rendered leads to a finding and to no objects.
   *
   * @param files those of a bundle in which nothing was found that a tool would fetch or run
   */
  public static List<BundleObject> objects(
      AppBundle.Kind kind,
      BundleFiles files,
      ArgoSettings settings,
      RenderTool tool,
      BundleFindings findings) {
    if (kind == AppBundle.Kind.DIRECTORY) {
      return directory(files, findings);
    }
    Optional<ChartDependency> absent =
        kind == AppBundle.Kind.HELM ? ChartDependency.absent(files) : Optional.empty();
    if (absent.isPresent()) {
      findings.undecided(
          absent.get().written().location(),
          "this dependency is not fetched here, so the chart is not rendered",
          "carry it in `charts/`, unpacked");
      return List.of();
    }
    Optional<RenderTool.Rendering> rendering = tool.render(kind, files, settings);
    if (rendering.isPresent()) {
      return rendered(rendering.get(), files, settings, findings);
    }
    if (kind == AppBundle.Kind.KUSTOMIZE) {
      return files
          .kustomizationIn(files.folder())
          .map(root -> new PlainKustomize(files, settings, findings).build(root))
          .orElse(List.of());
    }
    findings.undecided(
        files.location("Chart.yaml"),
        "the templates of a chart are not rendered here",
        "run where `helm` is on PATH");
    return List.of();
  }

  private static List<BundleObject> rendered(
      RenderTool.Rendering rendering,
      BundleFiles files,
      ArgoSettings settings,
      BundleFindings findings) {
    String program = rendering.program();
    if (!rendering.failure().isEmpty()) {
      findings.error(
          "bundle-broken",
          files.location(""),
          "`" + program + "` fails: " + rendering.failure(),
          "Argo CD would fail in the same way");
      return List.of();
    }
    ToolVersions.difference(rendering, settings.argocd())
        .ifPresent(said ->
            findings.warning(
                "tool-version",
                null,
                said,
                "install the release that Argo CD brings, or set `targets.argocd`"));
    Source source =
        new Source(
            files.shown(files.folder()) + " (rendered by " + program + ")", rendering.manifests());
    return objects(new YamlReader(Budget.LINT).read(source), findings);
  }

  private static List<BundleObject> directory(BundleFiles files, BundleFindings findings) {
    List<BundleObject> objects = new ArrayList<>();
    for (String path : files.all().keySet()) {
      if (path.endsWith(".jsonnet")) {
        findings.undecided(
            files.location(path),
            "Jsonnet is a program and is not run here",
            "commit what it yields");
      } else if (isManifest(path) && !files.head(path).startsWith(SKIP_MARK)) {
        objects.addAll(objects(files.yaml(path), findings));
      }
    }
    return objects;
  }

  private static boolean isManifest(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
  }

  private static List<BundleObject> objects(ReadResult read, BundleFindings findings) {
    findings.addAll(read.problems());
    List<BundleObject> objects = new ArrayList<>();
    read.documents().forEach(document -> objects.addAll(objects(document, findings)));
    return objects;
  }

  /** The objects of one document and, to any depth that a reader lets through, what they hide. */
  static List<BundleObject> objects(Node document, BundleFindings findings) {
    List<BundleObject> objects = new ArrayList<>();
    BundleObject.in(document).forEach(object -> addAll(object, objects, findings));
    return objects;
  }

  private static void addAll(
      BundleObject object, List<BundleObject> objects, BundleFindings findings) {
    objects.add(object);
    if (object.hides()) {
      findings.error(
          "hidden-list",
          object.at("items"),
          object.title() + " has `items`, so Argo CD applies those in its place",
          "write the objects as documents of their own");
      object.hidden().forEach(inner -> addAll(inner, objects, findings));
    }
  }
}
