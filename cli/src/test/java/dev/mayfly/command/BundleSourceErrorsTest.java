package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What {@code apps[].bundle} may not say: places, paths, versions and value files. */
class BundleSourceErrorsTest {
  private static final String GITOPS = "shapes/bundle-in-gitops";
  private static final String OTHER = "shapes/bundle-elsewhere";
  private static final String BASE = "shapes/base-outside";
  private static final String VALUES = "shapes/value-files";
  private static final String FROM =
      "from: {repository: acme/charts, revision: v1.4.2}, path: charts/app";
  private static final String REGISTRY = "from: {registry: 'oci://ghcr.io/acme/charts', chart: app";
  private static final String FOLDER = "path: .deploy/overlays/pull request";
  private static final String FILES =
      "[values-preview.yaml, {repository: config/web.yaml}, {gitops: values/web.yaml}]";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> bundles() {
    return ErrorCase.tests(
        "bundle-source",
        temp,
        List.of(
            platform("from-nowhere", GITOPS, "{gitops: true}", "{}"),
            platform("not-from-gitops", GITOPS, "{gitops: true}", "{gitops: false}"),
            platform("two-places", OTHER, "revision: v1.4.2", "revision: v1, gitops: true"),
            platform("repository-without-revision", OTHER, ", revision: v1.4.2", ""),
            platform("revision-expression", OTHER, "v1.4.2", "main~1"),
            platform(
                "repository-of-no-forge",
                OTHER,
                "{kind: github, url: https://github.com}",
                "{kind: none}"),
            platform("chart-without-version", OTHER, FROM, REGISTRY + "}"),
            platform("version-range", OTHER, FROM, REGISTRY + ", version: '^2.3'}"),
            platform("version-of-two-parts", OTHER, FROM, REGISTRY + ", version: '2.3'}"),
            platform("chart-with-path", OTHER, FROM, REGISTRY + ", version: 2.3.1}, path: app"),
            platform(
                "registry-without-helm",
                GITOPS,
                "from: {gitops: true}, path: apps/web",
                REGISTRY + ", version: 2.3.1}"),
            platform("images-out-of-reach", GITOPS, "kind: kustomize", "kind: directory"),
            platform("step-up", BASE, FOLDER, "path: ../deploy"),
            platform("step-up-inside", BASE, FOLDER, "path: deploy/../.."),
            platform("from-the-root-of-the-disk", BASE, FOLDER, "path: /deploy"),
            platform("backslash", BASE, FOLDER, "path: 'deploy\\overlay'"),
            platform("final-slash", BASE, FOLDER, "path: deploy/"),
            platform("lock-step-up", BASE, ".ci/image.ref.yaml", "../image.ref.yaml"),
            platform("paths-step-up", BASE, "src/**", "../**"),
            platform("value-file-step-up", VALUES, FILES, "[../config/web.yaml]"),
            platform(
                "value-file-of-two-places",
                VALUES,
                FILES,
                "[{gitops: a.yaml, repository: a.yaml}]"),
            platform(
                "value-file-order",
                VALUES,
                FILES,
                "[{gitops: values/web.yaml}, values-preview.yaml]"),
            platform("value-file-missing", VALUES, FILES, "[{gitops: values/gone.yaml}]"),
            platform(
                "value-file-shape",
                VALUES,
                scenario -> scenario.write("values/web.yaml", "- replicas\n")),
            platform(
                "value-file-is-a-link",
                VALUES,
                scenario -> scenario.link("values/web.yaml", "../mayfly.yaml")),
            platform(
                "value-file-out-of-reach",
                OTHER,
                FROM,
                REGISTRY + ", version: 2.3.1}, valueFiles: [{repository: a.yaml}]"),
            platform(
                "value-files-without-helm", BASE, FOLDER, FOLDER + ", valueFiles: [values.yaml]"),
            platform("infinity", VALUES, "sampling: 0.25", "sampling: .inf"),
            platform("whole-fraction", VALUES, "sampling: 0.25", "sampling: 1.0"),
            platform("key-of-two-meanings", VALUES, "\"on\": pull", "on: pull"),
            platform("key-that-is-a-number", VALUES, "\"on\": pull", "1: pull"),
            platform("generator-moving-revision", OTHER, s -> generator(s)),
            platform("generator-bundle-elsewhere", GITOPS, s -> generator(s)),
            new ErrorCase(
                "revision-not-given",
                ExitCode.RENDERING,
                OTHER,
                s -> s,
                "render",
                "preview",
                "--event",
                "pull-request.json",
                "--image",
                "ghcr.io/acme/web@sha256:" + "1".repeat(64)),
            new ErrorCase(
                "revision-is-no-commit",
                ExitCode.CONFIGURATION,
                OTHER,
                s -> s,
                "render",
                "preview",
                "--event",
                "pull-request.json",
                "--bundle-revision",
                "v1.4.2"),
            new ErrorCase(
                "nothing-is-followed",
                ExitCode.CONFIGURATION,
                GITOPS,
                s -> s,
                "render",
                "preview",
                "--event",
                "pull-request.json",
                "--bundle-revision",
                "1".repeat(40))));
  }

  private static Scenario generator(Scenario scenario) {
    return scenario.edit("delivery: overlay", "delivery: generator");
  }
}
