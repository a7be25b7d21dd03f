package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.WalkBudget;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.AppBundle.Kind;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.ValueFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files of a repository a bundle takes in, from its own folder and from beside it. */
class BundleReachTest {
  @TempDir Path temp;

  @Test
  void aFolderAloneIsItsOwnRoot() throws IOException {
    write("deploy/a.yaml", "");
    write("deploy/b/c.yaml", "");
    write("deployed/d.yaml", "");
    BundleFiles files = read(Kind.DIRECTORY, "deploy");
    assertThat(files.all().keySet()).containsExactly("a.yaml", "b/c.yaml");
    assertThat(files.folder()).isEmpty();
    assertThat(files.shown("a.yaml")).isEqualTo("repo/deploy/a.yaml");
    assertThat(read(Kind.DIRECTORY, "none").all()).isEmpty();
    assertThat(read(Kind.DIRECTORY, "deploy/a.yaml").all()).isEmpty();
  }

  @Test
  void basesAreFollowedToWhatTheyNameThemselves() throws IOException {
    kustomization("apps/web/overlay", "../base, a.yaml, https://example.com/x, ../../none");
    write("apps/web/overlay/a.yaml", "");
    kustomization("apps/web/base", "../../../shared, b.yaml");
    write("apps/web/base/b.yaml", "");
    kustomization("shared", "../apps/web/base, ../apps/web");
    write("other/x.yaml", "");
    BundleFiles files = read(Kind.KUSTOMIZE, "apps/web/overlay");
    assertThat(files.all().keySet())
        .containsExactly(
            "apps/web/base/b.yaml",
            "apps/web/base/kustomization.yaml",
            "apps/web/overlay/a.yaml",
            "apps/web/overlay/kustomization.yaml",
            "shared/kustomization.yaml");
    assertThat(files.folder()).isEqualTo("apps/web/overlay");
    assertThat(files.isOwn("apps/web/overlay/a.yaml")).isTrue();
    assertThat(files.isOwn("apps/web/base/b.yaml")).isFalse();
  }

  @Test
  void theNearestFolderThatHoldsAllIsTheRoot() throws IOException {
    kustomization("apps/web/overlay", "../base");
    kustomization("apps/web/base", "");
    BundleFiles files = read(Kind.KUSTOMIZE, "apps/web/overlay");
    assertThat(files.all().keySet())
        .containsExactly("base/kustomization.yaml", "overlay/kustomization.yaml");
    assertThat(files.folder()).isEqualTo("overlay");
    assertThat(files.shown("base")).isEqualTo("repo/apps/web/base");
  }

  @Test
  void atTheTopOfARepositoryOnlyWhatIsNamedIsRead() throws IOException {
    kustomization(".", "., a.yaml, deploy, ./gone.yaml, https://example.com/x, ../up");
    write("a.yaml", "");
    write("b.yaml", "");
    write(".argocd-source-web.yaml", "");
    kustomization("deploy", "c.yaml");
    write("deploy/c.yaml", "");
    write("src/main.go", "");
    assertThat(read(Kind.KUSTOMIZE, ".").all().keySet())
        .containsExactly(
            ".argocd-source-web.yaml",
            "a.yaml",
            "deploy/c.yaml",
            "deploy/kustomization.yaml",
            "kustomization.yaml");
    assertThat(read(Kind.DIRECTORY, ".").all()).containsKeys("b.yaml", "src/main.go");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ../lib | charts/lib/Chart.yaml charts/lib/templates/a.yaml
          ./inner/lib | charts/lib/Chart.yaml inner/lib/Chart.yaml
          ../../apps/lib | charts/lib/Chart.yaml charts/lib/templates/a.yaml
          ../../.. |
          .. |
          ../gone |
          """)
  void chartsOfTheRepositoryAreCarried(String path, String added) throws IOException {
    write("apps/web/Chart.yaml", "dependencies: [{name: lib, repository: 'file://" + path + "'}]");
    write("apps/lib/Chart.yaml", "name: lib");
    write("apps/lib/templates/a.yaml", "");
    write("apps/web/inner/lib/Chart.yaml", "name: lib");
    String inner = added != null && added.contains("inner") ? "" : " inner/lib/Chart.yaml";
    String expected = "Chart.yaml" + (added == null ? "" : " " + added) + inner;
    assertThat(String.join(" ", read(Kind.HELM, "apps/web").all().keySet())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: lib, repository: "file://../other"}
          {name: ../lib, repository: "file://../other"}
          {name: lib, repository: "https://charts.example.dev"}
          """)
  void nothingIsPutOverWhatIsCarriedOrElsewhere(String dependency) throws IOException {
    write("web/Chart.yaml", "dependencies: [" + dependency + "]");
    write("web/charts/lib/Chart.yaml", "own");
    write("other/Chart.yaml", "other");
    BundleFiles files = read(Kind.HELM, "web");
    assertThat(files.all().keySet()).containsExactly("Chart.yaml", "charts/lib/Chart.yaml");
    assertThat(files.text("charts/lib/Chart.yaml")).isEqualTo("own");
  }

  @Test
  void aChartAtTheTopHasItsChartsInside() throws IOException {
    write("Chart.yaml", "dependencies: [{name: lib, repository: 'file://lib'}]");
    write("lib/Chart.yaml", "name: lib");
    assertThat(read(Kind.HELM, ".").all().keySet())
        .containsExactly("Chart.yaml", "charts/lib/Chart.yaml", "lib/Chart.yaml");
  }

  @Test
  void valueFilesOfTheRepositoryAreNamedFromItsRoot() throws IOException {
    write("web/Chart.yaml", "");
    write("config/a.yaml", "a: 1");
    AppBundle bundle =
        new AppBundle(
            Kind.HELM,
            new BundleOrigin.PullRequest(),
            "web",
            List.of(
                new ValueFile.InRepository("config/a.yaml"),
                new ValueFile.InRepository("config/gone.yaml"),
                new ValueFile.InChart("values.yaml")),
            List.of());
    BundleFiles files = BundleReach.read(new BundleFolder(temp, "repo"), bundle);
    assertThat(files.valueFiles()).containsOnlyKeys("/config/a.yaml");
    assertThat(files.valueFiles().get("/config/a.yaml")).asString().isEqualTo("a: 1");
  }

  @Test
  @Tag("slow")
  void allOfItTogetherHasOneBudget() throws IOException {
    kustomization("a", "../b");
    kustomization("b", "");
    int half = WalkBudget.BUNDLE.entries() / 2;
    for (int i = 0; i < half; i++) {
      write("a/" + i, "");
      write("b/" + i, "");
    }
    assertThatThrownBy(() -> read(Kind.KUSTOMIZE, "a"))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e -> assertThat(e.problems().getFirst().id()).isEqualTo("bundle-too-large"));
    Files.delete(temp.resolve("a/0"));
    Files.delete(temp.resolve("b/0"));
    assertThat(read(Kind.KUSTOMIZE, "a").all()).hasSize(WalkBudget.BUNDLE.entries());
  }

  private void kustomization(String folder, String resources) throws IOException {
    write(folder + "/kustomization.yaml", "resources: [" + resources + "]");
  }

  private void write(String path, String text) throws IOException {
    Path file = temp.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private BundleFiles read(Kind kind, String folder) {
    return BundleReach.read(
        new BundleFolder(temp, "repo"),
        new AppBundle(kind, new BundleOrigin.PullRequest(), folder, List.of(), List.of()));
  }
}
