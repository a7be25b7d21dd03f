package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.PlatformLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be adopted is told, and nothing that can be written in a file is a bug. */
class AdoptErrorsTest {
  private static final String SET =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: ApplicationSet
      metadata: {name: shop, namespace: argocd}
      spec:
        goTemplate: true
        generators: [{pullRequest: {github: {owner: acme, repo: shop}}}]
        template:
          metadata: {name: 'shop-{{ .number }}'}
          spec:
            project: p
            source: {repoURL: 'https://github.com/acme/shop.git', targetRevision: '{{ .head_sha }}', path: deploy, kustomize: {}}
            destination: {name: in-cluster, namespace: 'shop-{{ .number }}'}
      """;
  private static final String GENERATOR = "[{pullRequest: {github: {owner: acme, repo: shop}}}]";

  @TempDir Path folder;

  static Stream<Arguments> wrong() {
    String expression = "{{ " + "(printf \"%s\" ".repeat(200) + ".number" + ")".repeat(200) + " }}";
    return Stream.of(
        Arguments.of("no set", "kind: ConfigMap\n", "hold no ApplicationSet"),
        Arguments.of("broken", SET + "  a: [\n", "error["),
        Arguments.of("empty", "", "hold no ApplicationSet"),
        Arguments.of("scalar", "3\n", "hold no ApplicationSet"),
        Arguments.of("list only", set(GENERATOR, "[{list: {elements: []}}]"), "pull request"),
        Arguments.of("no generators", set("generators: " + GENERATOR, ""), "pull request"),
        Arguments.of("no forge", set("github: {owner: acme, repo: shop}", ""), "names no forge"),
        Arguments.of(
            "two", set(GENERATOR, GENERATOR.replace("]", ", ") + GENERATOR.substring(1)), "has 2"),
        Arguments.of(
            "clusters",
            set(
                GENERATOR,
                "[{matrix: {generators: [{pullRequest: {github: {owner: a, repo: b}}}, {clusters: {}}]}}]"),
            "`clusters`"),
        Arguments.of("unknown", set("kustomize: {}", "kustomize: []"), "refuses the set"),
        Arguments.of("open action", set("shop-{{ .number }}'}", "shop-{{ .number'}"), "error["),
        Arguments.of("unknown function", set(".number }}'}", ".number | foo }}'}"), "error["),
        Arguments.of("deep", set("path: deploy", "path: '" + expression + "'"), ""),
        Arguments.of(
            "long", set("path: deploy", "path: '" + "{{ .number }}".repeat(5_000) + "'"), ""),
        Arguments.of(
            "dots",
            set("kustomize: {}", "helm: {values: 'a: x{{ .number }}" + ".a".repeat(90_000) + "'}"),
            ""),
        Arguments.of(
            "steps", set("path: deploy", "path: '" + "./".repeat(200_000) + "{{ .number }}'"), ""),
        Arguments.of("slashes", set("path: deploy", "path: '" + "/".repeat(400_000) + "x'"), ""),
        Arguments.of(
            "names",
            set(
                "repo: shop}",
                "repo: shop, tokenRef: {secretName: a" + ".a".repeat(90_000) + ", key: k}}"),
            ""),
        Arguments.of(
            "value files",
            set(
                "kustomize: {}",
                "helm: {valueFiles: [\"../\\0\", '" + "../".repeat(50_000) + "']}"),
            ""),
        Arguments.of(
            "many apps",
            set(
                GENERATOR,
                "[{matrix: {generators: [{pullRequest: {github: {owner: a, repo: b}}}, {list: {elements: ["
                    + "{a: b},".repeat(300)
                    + "]}}]}}]"),
            "300 Applications"),
        Arguments.of(
            "many values",
            set(
                "kustomize: {}",
                "helm: {valuesObject: {"
                    + java.util.stream.IntStream.range(0, 5_000)
                        .mapToObj(i -> "k" + i + ": '{{ .branch_slug }}'")
                        .collect(java.util.stream.Collectors.joining(", "))
                    + "}}"),
            ""),
        Arguments.of("nothing but marks", set("path: deploy", "path: '\uF8C0\uF8CF'"), ""));
  }

  private static String set(String old, String other) {
    assertThat(SET).contains(old);
    return SET.replace(old, other);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  void isTold(String name, String text, String words) throws IOException {
    Files.writeString(folder.resolve("set.yaml"), text);
    CommandLineRun run = CommandLineRun.of(folder, "adopt", "set.yaml");
    assertThat(run.code()).as(run.err()).isIn(ExitCode.FINDINGS, ExitCode.CONFIGURATION);
    assertThat(run.err()).contains(words).isNotBlank();
    assertThat(run.err().lines().mapToInt(String::length).max().orElse(0)).isLessThan(2_000);
    if (run.code() == ExitCode.FINDINGS) {
      loadsOrNames(run.out());
    }
  }

  @Test
  void wrongAnswersAreUsageErrors() throws IOException {
    Files.writeString(folder.resolve("set.yaml"), SET);
    for (String[] wrong :
        new String[][] {
          {"--gitops", "gitops"},
          {"--domain", "acme"},
          {"--gateway", "edge"},
          {"--gateway", "a/b/C"},
          {"--repo", "nowhere"},
          {"--prs", "nowhere"},
          {"-o", "xml"},
          {"--out", "set.yaml"}
        }) {
      CommandLineRun run = CommandLineRun.of(folder, "adopt", "set.yaml", wrong[0], wrong[1]);
      assertThat(run.code()).as(String.join(" ", wrong) + run.err()).isIn(2, 3);
    }
  }

  /** Any byte of a set may be another, or missing, or there twice. */
  @Test
  void noDamagedSetIsABug() throws IOException {
    Random random = new Random(10);
    String full =
        Files.readString(Path.of("cli/src/test/resources/adopt/helm-by-tag/applicationset.yaml"));
    String letters = "{}[]'\"|>&*!:-#.,$ \n\t09azN\uF8C0";
    for (int i = 0; i < 60; i++) {
      StringBuilder text = new StringBuilder(full);
      for (int k = random.nextInt(3); k >= 0; k--) {
        int at = random.nextInt(text.length() - 1);
        int until = at + random.nextInt(Math.min(12, text.length() - at));
        String other = "" + letters.charAt(random.nextInt(letters.length()));
        text.replace(at, until, random.nextBoolean() ? other : "");
      }
      Files.writeString(folder.resolve("set.yaml"), text);
      CommandLineRun run = CommandLineRun.of(folder, "adopt", "set.yaml");
      assertThat(run.code()).as(run.err() + text).isIn(0, 1, 2);
      if (run.code() < 2) {
        loadsOrNames(run.out());
      }
    }
  }

  private static void loadsOrNames(String file) {
    try {
      PlatformLoader.load("mayfly.yaml", file.getBytes(StandardCharsets.UTF_8));
    } catch (ProblemsException refused) {
      assertThat(refused.problems()).as(file).allMatch(p -> p.id().equals("left-open"));
    }
  }
}
