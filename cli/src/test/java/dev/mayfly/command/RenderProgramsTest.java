package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFiles;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.command.composition.RenderPrograms;
import dev.mayfly.git.ExecutableScript;
import dev.mayfly.platform.AppBundle.Kind;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Argo CD tells each program, in its order. */
class RenderProgramsTest {
  private static final ArgoSettings SETTINGS =
      new ArgoSettings(
          new ReleaseLine(3, 5),
          new ReleaseLine(1, 35),
          "shop",
          Optional.of("orders-pr-7-"),
          Map.of("ghcr.io/acme/orders", "sha256:" + "1".repeat(64)),
          Map.of("mayfly.dev/preview", "orders-pr-7"),
          List.of("--enable-managedby-label"),
          "orders-pr-7",
          List.of("lock.yaml"),
          () -> Optional.of(new Tree.Mapping(Map.of("b", new Tree.Text("set")))));

  @TempDir Path temp;

  private static BundleFiles files(String... pairs) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      files.put(pairs[i], pairs[i + 1].getBytes(StandardCharsets.UTF_8));
    }
    return new BundleFiles("", files);
  }

  /** A program that writes down how it was started. */
  private RenderTool standIn(String name, String script) throws IOException {
    ExecutableScript.write(
        temp.resolve(name), "#!/bin/sh\necho \"$@\" >> " + temp + "/calls\n" + script + "\n");
    return new RenderPrograms(Map.of("PATH", temp.toString()));
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(temp.resolve("calls")).stream()
        .map(line -> line.replaceAll("/\\S*/(?=bundle|values.yaml)", ".../"))
        .toList();
  }

  @Test
  void kustomizeIsToldInArgoCdsSteps() throws IOException {
    RenderTool tool = standIn("kustomize", "test \"$1\" = version && echo v5.8.1 || :");
    for (int i = 0; i < 2; i++) {
      assertThat(tool.render(Kind.KUSTOMIZE, files("kustomization.yaml", ""), SETTINGS))
          .contains(new RenderTool.Rendering("kustomize", "v5.8.1", "", ""));
    }
    List<String> steps =
        List.of(
            "edit set nameprefix -- orders-pr-7-",
            "edit set image ghcr.io/acme/orders=ghcr.io/acme/orders@sha256:" + "1".repeat(64),
            "edit add label mayfly.dev/preview:orders-pr-7",
            "edit set namespace -- shop",
            "build .../bundle --enable-managedby-label");
    assertThat(calls().subList(0, 5)).isEqualTo(steps);
    assertThat(calls()).hasSize(11).containsOnlyOnce("version");
  }

  @Test
  void helmIsToldInArgoCdsWords() throws IOException {
    RenderTool tool = standIn("helm", "test \"$1\" = version && echo v4.2.1 || echo same");
    assertThat(tool.render(Kind.HELM, files("Chart.yaml", ""), SETTINGS))
        .contains(new RenderTool.Rendering("helm", "v4.2.1", "same\n", ""));
    assertThat(calls())
        .contains(
            "template . --name-template orders-pr-7 --namespace shop --kube-version 1.35"
                + " --values .../bundle/lock.yaml --values .../values.yaml --include-crds",
            "version --short");
  }

  @Test
  void aChartThatYieldsSomethingElseEachTimeHasNoManifests() throws IOException {
    RenderTool tool = standIn("helm", "read -r n 2>/dev/null; echo $$");
    RenderTool.Rendering rendering =
        tool.render(Kind.HELM, files("Chart.yaml", ""), SETTINGS).orElseThrow();
    assertThat(rendering.manifests()).isEmpty();
    assertThat(rendering.failure()).isEqualTo("it yields something else each time");
  }

  @Test
  void theFirstStepThatFailsIsTheReason() throws IOException {
    RenderTool tool =
        standIn("kustomize", "case \"$2\" in add) echo label there already >&2; exit 1 ;; esac");
    assertThat(
            tool.render(Kind.KUSTOMIZE, files("kustomization.yaml", ""), SETTINGS)
                .orElseThrow()
                .failure())
        .isEqualTo("label there already");
    assertThat(calls()).noneMatch(call -> call.startsWith("build"));
  }

  @Test
  void nothingIsRenderedWithoutTheProgram() throws IOException {
    RenderTool tool = standIn("helm", "");
    assertThat(tool.render(Kind.KUSTOMIZE, files(), SETTINGS)).isEmpty();
    assertThat(tool.render(Kind.DIRECTORY, files(), SETTINGS)).isEmpty();
  }

  /** The real one takes all of it: names, selectors and namespace are the preview's. */
  @Test
  void theRealKustomizeTakesEveryStep() {
    RenderTool.Rendering rendering =
        Programs.tool("kustomize")
            .render(
                Kind.KUSTOMIZE,
                files(
                    "kustomization.yaml",
                    "resources: [s.yaml]\n",
                    "s.yaml",
                    "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 80}]}\n"),
                SETTINGS)
            .orElseThrow();
    assertThat(rendering.failure()).isEmpty();
    assertThat(rendering.manifests())
        .contains(
            "  name: orders-pr-7-s\n  namespace: shop\n",
            "  selector:\n    mayfly.dev/preview: orders-pr-7\n",
            "    app.kubernetes.io/managed-by: kustomize-");
  }
}
