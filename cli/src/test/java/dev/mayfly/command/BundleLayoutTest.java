package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Layouts of bundles: judged alike by the closed grammar and by the real programs, which get the
 * tree around the bundle.
 */
class BundleLayoutTest {
  private static final String OVERLAY = "source/.deploy/overlays/pull request/kustomization.yaml";
  private static final String BASE = "source/.deploy/base/";
  private static final String FOLDER = "source/.deploy/overlays/pull request";

  @TempDir Path temp;
  private Scenario kustomize;

  @BeforeEach
  void copy() {
    kustomize = Scenario.of("shapes/base-outside", temp.resolve("kustomize"));
  }

  private static CommandLineRun lint(Scenario scenario, String bundle, Map<String, String> env) {
    return CommandLineRun.of(
        CommandCatalog.all(), env, scenario.folder(), "lint", "--bundle", bundle);
  }

  /** What both ways say, which has to be the same. */
  private String both(String bundle) {
    String plain = lint(kustomize, bundle, Map.of()).out();
    assertThat(lint(kustomize, bundle, Programs.path("kustomize")).out()).isEqualTo(plain);
    return plain;
  }

  @Test
  void aBaseBesideTheFolderIsFollowed() {
    assertThat(both(FOLDER)).startsWith("no findings in ");
    kustomize.edit(BASE + "web.yaml", "kind: Service", "kind: ConfigMap");
    for (Map<String, String> env : List.of(Map.<String, String>of(), Programs.path("kustomize"))) {
      assertThat(lint(kustomize, FOLDER, env).out())
          .contains("error[kind-not-allowed]: app `search` may not bring a `ConfigMap`");
    }
  }

  @Test
  void aBaseOfABaseIsFollowedToo() {
    kustomize
        .write("source/shared/web/kustomization.yaml", "resources: [web.yaml]\n")
        .write("source/shared/web/web.yaml", kustomize.read(BASE + "web.yaml"))
        .write(BASE + "kustomization.yaml", "resources: [../../shared/web]\n");
    assertThat(both(FOLDER)).startsWith("no findings in ");
    kustomize.write("source/shared/web/.argocd-source.yaml", "{}");
    assertThat(both(FOLDER)).contains("error[source-override]");
  }

  @Test
  void theRootOfARepositoryIsABundle() {
    kustomize
        .edit("path: .deploy/overlays/pull request", "path: .")
        .write("source/kustomization.yaml", "resources: [.deploy/base, more.yaml]\n")
        .write("source/more.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: s}\n")
        .edit(
            "- {group: apps, kind: Deployment}",
            "- {group: apps, kind: Deployment}\n        - {group: '', kind: ServiceAccount}")
        .write("source/large.bin", "x".repeat(2 << 20));
    assertThat(both("source")).startsWith("no findings in ");
    kustomize.edit("source/kustomization.yaml", "more.yaml", "gone.yaml");
    assertThat(lint(kustomize, "source", Map.of()).out()).contains("error[missing-file]");
    kustomize.write("source/.argocd-source.yaml", "{}");
    assertThat(lint(kustomize, "source", Map.of()).out()).contains("error[source-override]");
  }

  @Test
  void lettersOfAnyLanguageMayStandInFolders() {
    kustomize
        .edit("path: .deploy/overlays/pull request", "path: déploiement/プレビュー")
        .write("source/déploiement/プレビュー/kustomization.yaml", "resources: [../../.deploy/base]\n");
    assertThat(both("source/déploiement/プレビュー")).startsWith("no findings in ");
  }

  @Test
  void lineEndsAndAMarkOfOtherSystemsMeanNothing() {
    for (String file : List.of(OVERLAY, BASE + "kustomization.yaml", BASE + "web.yaml")) {
      String text = "\uFEFF" + kustomize.read(file).replace("\n", "\r\n");
      kustomize.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(both(FOLDER)).startsWith("no findings in ");
    kustomize.write(
        BASE + "web.yaml", kustomize.read(BASE + "web.yaml").replace("kind: S", "kind:\rS"));
    assertThat(lint(kustomize, FOLDER, Map.of()).out()).contains("error[character]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://github.com/evil/base | remote-base",
        "github.com/evil/base//deploy?ref=main | remote-base",
        "../../../../base | path-outside-bundle",
        "/etc | path-outside-bundle",
        "../../none | path-outside-bundle",
        "../../base/web.yaml | path-outside-bundle",
        ".. | path-outside-bundle",
        "../.. | path-outside-bundle",
      })
  void whatDoesNotLieInTheCommitIsRefused(String base, String id) {
    kustomize.edit(OVERLAY, "../../base", base);
    assertThat(lint(kustomize, FOLDER, Map.of()).out()).contains("error[" + id + "]");
  }

  @Test
  void aLinkOnTheWayIsNotFollowed() {
    kustomize.link("source/.deploy/link", "base").edit(OVERLAY, "../../base", "../../link");
    CommandLineRun run = lint(kustomize, FOLDER, Map.of());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("error[not-a-file]");
  }

  @Test
  void allFoldersTogetherHaveOneBudget() {
    List<String> bases = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      bases.add("../../b" + i);
      for (int k = 0; k < 700; k++) {
        kustomize.write("source/.deploy/b" + i + "/" + k + ".txt", "");
      }
    }
    kustomize.edit(OVERLAY, "../../base", String.join("\n  - ", bases));
    CommandLineRun run = lint(kustomize, FOLDER, Map.of());
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("bundle-too-large");
  }
}
