package dev.mayfly.bundle.build;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.platform.App.Bundle;
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

  public static List<BundleObject> objects(
      Bundle.Kind kind,
      BundleFiles files,
      ArgoSettings settings,
      HelmTool helm,
      BundleFindings findings) {
    List<BundleObject> built =
        switch (kind) {
          case KUSTOMIZE -> new KustomizeBuild(files, settings, findings).build();
          case DIRECTORY -> directory(files, findings);
          case HELM -> chart(files, settings, helm, findings);
        };
    List<BundleObject> objects = new ArrayList<>();
    built.forEach(object -> addAll(object, objects, findings));
    return objects;
  }

  /** An object and, to any depth that a reader lets through, what it hides. */
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

  private static List<BundleObject> directory(BundleFiles files, BundleFindings findings) {
    List<BundleObject> objects = new ArrayList<>();
    for (String path : files.all().keySet()) {
      if (path.endsWith(".jsonnet")) {
        findings.undecided(
            files.location(path),
            "Jsonnet is a program and is not run here",
            "commit what it yields");
      } else if (isManifest(path) && !files.head(path).startsWith(SKIP_MARK)) {
        ReadResult read = files.yaml(path);
        findings.addAll(read.problems());
        read.documents().forEach(document -> objects.addAll(BundleObject.in(document)));
      }
    }
    return objects;
  }

  private static boolean isManifest(String path) {
    return path.endsWith(".yaml") || path.endsWith(".yml") || path.endsWith(".json");
  }

  private static List<BundleObject> chart(
      BundleFiles files, ArgoSettings settings, HelmTool helm, BundleFindings findings) {
    Optional<ChartDependency> absent =
        ChartDependency.of(files).stream().filter(d -> !d.isCarried(files)).findFirst();
    if (absent.isPresent()) {
      findings.undecided(
          absent.get().written().location(),
          "this dependency is not fetched here, so the chart is not rendered",
          "carry it in `charts/`, unpacked");
      return List.of();
    }
    Optional<HelmTool.Rendering> rendering = helm.render(files, settings);
    if (rendering.isEmpty()) {
      findings.undecided(
          files.location("Chart.yaml"),
          "the templates of a chart are not rendered here",
          "run where `helm` is on PATH and allow it with --helm");
      return List.of();
    }
    if (!rendering.get().failure().isEmpty()) {
      findings.error(
          "chart-broken",
          files.location("Chart.yaml"),
          "`helm template` fails: " + rendering.get().failure(),
          "Argo CD would fail in the same way");
      return List.of();
    }
    Source source =
        new Source(files.shown("Chart.yaml") + " (rendered)", rendering.get().manifests());
    ReadResult read = new YamlReader(Budget.LINT).read(source);
    findings.addAll(read.problems());
    List<BundleObject> objects = new ArrayList<>();
    for (Node document : read.documents()) {
      objects.addAll(BundleObject.in(document));
    }
    return objects;
  }
}
