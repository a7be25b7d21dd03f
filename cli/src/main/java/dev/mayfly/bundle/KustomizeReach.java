package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.Vocabulary;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kustomization takes in files of the bundle and nothing else. Remote bases are not covered by
 * the project's repositories, and kustomize fetches them (Argo CD docs, "Security").
 */
final class KustomizeReach implements BundleCheck {
  private static final Set<String> PROGRAMS =
      Set.of(
          "helmCharts",
          "helmChartInflationGenerator",
          "helmGlobals",
          "generators",
          "transformers",
          "validators");

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    for (String path : bundle.files().all().keySet()) {
      if (Kustomization.isFile(path)) {
        findings.addAll(bundle.files().yaml(path).problems());
        if (bundle.files().yaml(path).documents().size() > 1) {
          findings.error(
              "one-document",
              bundle.files().location(path),
              "a kustomization is one document",
              "write the others into files of their own");
        }
      }
    }
    List<Kustomization> all = bundle.files().kustomizations();
    if (all.stream().noneMatch(file -> file.directory().equals(bundle.files().folder()))) {
      findings.error(
          "no-kustomization",
          bundle.files().location(""),
          "the bundle has no kustomization that can be read",
          "write a kustomization.yaml into the bundle's folder");
    }
    all.forEach(file -> check(bundle, file, findings));
  }

  private static void check(Bundle bundle, Kustomization file, BundleFindings findings) {
    Vocabulary.checkKustomization(file.root(), findings);
    file.paths().forEach(entry -> path(bundle, file, entry, findings));
    for (MapNode.Entry entry : file.root().entries()) {
      String key = entry.key().text();
      if (PROGRAMS.contains(key)) {
        findings.error(
            "kustomize-program",
            entry.key().location(),
            "`" + key + "` lets kustomize run or fetch what nobody reviewed",
            "commit the manifests that it yields");
      }
    }
  }

  /** A file that is not in or below the folder of the kustomization, which kustomize refuses. */
  private static boolean isOutside(Bundle bundle, Kustomization file, String path) {
    return !RelativePath.isWithin(file.directory(), path) && !bundle.files().hasFolder(path);
  }

  private static void path(
      Bundle bundle, Kustomization file, ScalarNode entry, BundleFindings findings) {
    if (Kustomization.isRemote(entry.text())) {
      findings.error(
          "remote-base",
          entry.location(),
          "`" + entry.text() + "` is fetched from elsewhere, past the project's repositories",
          "commit a copy into the bundle");
      return;
    }
    Optional<String> path = BundleFiles.resolve(file.directory(), entry.text());
    if (path.isEmpty() || isOutside(bundle, file, path.get())) {
      findings.error(
          "path-outside-bundle",
          entry.location(),
          "`" + entry.text() + "` leads to no base in this commit, and out of the folder",
          "a folder with a kustomization of its own may lie anywhere in the repository; files are read"
              + " in or below the folder that names them only");
    } else if (!bundle.files().has(path.get()) && !bundle.files().hasFolder(path.get())) {
      findings.error(
          "missing-file",
          entry.location(),
          "`" + entry.text() + "` is missing",
          "kustomize would fail");
    }
  }
}
