package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.GitCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What can be wrong about a shape and its surroundings: {@code open} says one thing, with what to
 * do about it, and the GitOps repository stays as it was.
 */
class HostileShapesTest {
  private static final String ELSEWHERE = "shapes/bundle-elsewhere";
  private static final String REGISTRY = "shapes/chart-from-registry";
  private static final String EXTRA = "shapes/extra-objects";
  private static final String FILES = "shapes/value-files";
  private static final String LAYOUT = "shapes/base-outside";
  private static final String SEED = "templates/extra/seed.yaml";

  @TempDir Path temp;

  /**
   * One of them.
   *
   * @param says the id of the problem and, behind a bar, words of it
   */
  private record Case(String name, String example, Consumer<ExampleWorld> harm, String says) {}

  private static Case platform(String name, String example, String old, String other, String says) {
    return new Case(name, example, world -> edit(world, "mayfly.yaml", old, other), says);
  }

  private static Case file(
      String name, String example, String file, String old, String other, String says) {
    return new Case(name, example, world -> edit(world, file, old, other), says);
  }

  private static Case source(String name, String file, String text, String says) {
    return new Case(name, LAYOUT, world -> world.source(Map.of(file, text)), says);
  }

  private static void edit(ExampleWorld world, String file, String old, String other) {
    String text = world.gitops.text("main", file) + "\n";
    assertThat(text).contains(old);
    world.gitops.commit("main", Map.of(file, text.replace(old, other)));
  }

  private static void moved(ExampleWorld world) {
    Path bundle = world.bundle.orElseThrow().directory();
    assertThat(bundle.toFile().renameTo(bundle.resolveSibling("moved").toFile())).isTrue();
  }

  private static void gone(ExampleWorld world) {
    GitCommand bundle = world.bundle.orElseThrow();
    bundle.run("tag", "--delete", "v1.4.2");
  }

  private static final String OVERLAY = ".deploy/overlays/pull request/kustomization.yaml";
  private static final String OF_SHOP = "environment: shop";

  static List<Case> cases() {
    String commit = "revision: " + "a".repeat(40);
    return List.of(
        new Case("unknown repository", ELSEWHERE, HostileShapesTest::moved, "|bundle.git"),
        new Case(
            "revision that vanished",
            ELSEWHERE,
            HostileShapesTest::gone,
            "revision-missing|v1.4.2"),
        platform("commit that vanished", ELSEWHERE, "revision: v1.4.2", commit, "commit-missing|"),
        platform(
            "chart without version", REGISTRY, ", version: 2.3.1", "", "missing-field|version"),
        platform("version range", REGISTRY, "2.3.1", "^2.3.1", "wrong-syntax|no range"),
        platform("newest version", REGISTRY, "2.3.1", "\"*\"", "wrong-syntax|no range"),
        platform(
            "chart that is not there", REGISTRY, "chart: app", "chart: ap", "chart-missing|`ap`"),
        new Case(
            "registry that is down",
            REGISTRY,
            world -> world.serve((exchange, host) -> exchange.sendResponseHeaders(503, -1)),
            "registry|503"),
        platform(
            "value file of a URL",
            FILES,
            "values-preview.yaml",
            "https://x/y",
            "wrong-syntax|{gitops: PATH}"),
        platform(
            "value file above", FILES, "values/web.yaml", "../web.yaml", "wrong-syntax|without"),
        platform(
            "value file that is gone",
            FILES,
            "values/web.yaml",
            "values/api.yaml",
            "value-file-missing|root"),
        platform("bundle above", LAYOUT, ".deploy/overlays", "../overlays", "wrong-syntax|without"),
        source("base above the root", OVERLAY, "resources: [../../../../base]\n", "|"),
        source(
            "base that is a URL",
            OVERLAY,
            "resources: ['https://github.com/x/y']\n",
            "remote-base|"),
        new Case(
            "link out of the commit",
            LAYOUT,
            world -> world.link(".deploy/base/web.yaml", "../../../../etc/passwd"),
            "|"),
        platform(
            "every image",
            "shapes/third-party-images",
            "\"quay.io/minio/*\"",
            "\"*\"",
            "wrong-syntax|image"),
        platform(
            "every image of a registry",
            "shapes/third-party-images",
            "quay.io/minio/*",
            "docker.io/*/*",
            "open-image-pattern|"),
        file(
            "cluster-scoped extra",
            EXTRA,
            SEED,
            "kind: Job",
            "kind: ClusterRole",
            "extra-cluster-scoped|"),
        file(
            "extra elsewhere",
            EXTRA,
            SEED,
            "namespace: ${preview.namespace}",
            "namespace: kube-system",
            "extra-namespace|"),
        platform(
            "extra that is not there", EXTRA, "seed]", "sed]", "unknown-extra|did you mean `seed`"),
        platform(
            "environment named as an app",
            "shapes/environment",
            OF_SHOP,
            "environment: web",
            "environment-named-as-app|"),
        platform(
            "environment by pull requests",
            "shapes/environment",
            "change: push",
            "change: pull-request",
            "environment-by-pull-request|"));
  }

  @TestFactory
  Stream<DynamicTest> sayOneThing() {
    return cases().stream().map(one -> DynamicTest.dynamicTest(one.name, () -> refused(one)));
  }

  private void refused(Case one) {
    Path folder = temp.resolve(one.name.replace(' ', '-'));
    assertThat(folder.toFile().mkdirs()).isTrue();
    try (ExampleWorld world = new ExampleWorld(one.example, folder, Programs.path("helm"))) {
      one.harm.accept(world);
      String before = world.gitops.run("for-each-ref");
      CommandLineRun run = world.event("open", "opened");
      assertThat(run.code())
          .as(run.err())
          .isIn(ExitCode.CONFIGURATION, ExitCode.RENDERING, ExitCode.REMOTE, ExitCode.REFUSED);
      assertThat(run.out()).isEmpty();
      String[] says = one.says.split("\\|", -1);
      List<String> errors =
          run.err().lines().filter(line -> line.startsWith("error[")).distinct().toList();
      assertThat(errors).as(run.err()).hasSize(1);
      assertThat(errors.getFirst()).startsWith("error[" + says[0]);
      assertThat(run.err()).contains(says[1]);
      // Either the sentence says what may stand there, or a hint says what to do.
      assertThat(run.err()).containsPattern("= hint: |is not |is required|is missing");
      assertThat(world.gitops.run("for-each-ref")).isEqualTo(before);
    }
  }
}
