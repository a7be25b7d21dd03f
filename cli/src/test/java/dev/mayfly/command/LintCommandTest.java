package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command from outside: exit codes, files, standard output. */
class LintCommandTest {
  private static final String BAD = "apiVersion: v1\nkind: ConfigMap\ndata: {a: 1}\n";

  @TempDir private Path folder;

  @Test
  void findingsEndWithOneAndGoToStandardOutput() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    CommandLineRun run = CommandLineRun.of(folder, "lint");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("error[WL002]", "bad.yaml:3:11", "^");
    assertThat(run.err()).isEmpty();
    assertThat(CommandLineRun.of(folder, "lint", "--fail-on", "never").code()).isZero();
  }

  @Test
  void nothingToSayEndsWithZero() throws IOException {
    Files.writeString(folder.resolve("good.yaml"), BAD.replace("1}", "x}"));
    CommandLineRun run = CommandLineRun.of(folder, "lint");
    assertThat(run.code()).isZero();
    assertThat(run.out()).matches("no findings in 1 file and 1 document, by \\d+ rules\n");
  }

  /** Several steps of one job write into one summary. */
  @Test
  void theHeadlineNamesTheCommandOnce() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    CommandLineRun bad = CommandLineRun.of(folder, "lint", "-o", "markdown");
    assertThat(bad.out()).startsWith("### mayfly lint: 1 error\n");
    assertThat(CommandLineRun.of(folder, "lint", "-o", "junit").out())
        .contains("<testsuite name=\"mayfly lint\"");
    Files.delete(folder.resolve("bad.yaml"));
    assertThat(CommandLineRun.of(folder, "lint", "-o", "markdown").out())
        .startsWith("### mayfly lint: no findings in 0 files");
  }

  /** All count, in the sum and in the baseline, but a report shows no more than a hundred. */
  @Test
  void manyFindingsOfOneRuleInOneFileAreCounted() throws IOException {
    StringBuilder text = new StringBuilder("apiVersion: v1\nkind: ConfigMap\ndata:\n");
    IntStream.range(0, 1_500).forEach(i -> text.append("  k").append(i).append(": 1\n"));
    Files.writeString(folder.resolve("bad.yaml"), text);
    CommandLineRun run = CommandLineRun.of(folder, "lint");
    assertThat(run.out().lines().filter(it -> it.startsWith("error[WL002]"))).hasSize(101);
    assertThat(run.out()).contains("and 1,400 more of these", "1500 errors");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    CommandLineRun.of(folder, "lint", "--write-baseline", "b.json");
    Files.writeString(folder.resolve("bad.yaml"), text.append("  new: 1\n"));
    assertThat(CommandLineRun.of(folder, "lint", "--baseline", "b.json", "bad.yaml").out())
        .contains("bad.yaml:1504", "1 error\n");
  }

  @Test
  void aNamedFileIsJudgedWhateverItsNameIs() throws IOException {
    Files.createDirectory(folder.resolve("patches"));
    for (String name : new String[] {"patches/patch.yaml", "manifest.txt", "x.yaml.tmpl"}) {
      Files.writeString(folder.resolve(name), BAD);
      assertThat(CommandLineRun.of(folder, "lint", name).out()).contains("WL002");
    }
  }

  @Test
  void aLinkToAFolderIsNamedOrFollowedWhenGiven() throws IOException {
    Files.createDirectory(folder.resolve("real"));
    Files.writeString(folder.resolve("real/bad.yaml"), BAD);
    Files.createDirectory(folder.resolve("here"));
    Files.createSymbolicLink(folder.resolve("here/link"), folder.resolve("real"));
    assertThat(CommandLineRun.of(folder, "lint", "here").out())
        .contains("here/link", "the link is not followed");
    assertThat(CommandLineRun.of(folder, "lint", "here/link").out())
        .contains("here/link/bad.yaml:3:11", "WL002");
  }

  /** Forges show a finding at a file only when they know the file. */
  @Test
  void reportsForForgesNameFilesFromTheTopOfTheRepository() throws Exception {
    git("init", "-q", ".");
    Path below = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(folder.resolve("a/bad.yaml"), BAD);
    Files.writeString(below.resolve("worse.yaml"), BAD);
    for (String format : new String[] {"sarif", "gitlab", "github"}) {
      String below1 = CommandLineRun.of(below, "lint", "..", "-o", format).out();
      String above = CommandLineRun.of(folder, "lint", "a", "-o", format).out();
      assertThat(below1).as(format).isEqualTo(above).contains("a/bad.yaml", "a/b/worse.yaml");
      assertThat(below1).as(format).doesNotContain("..");
    }
    assertThat(CommandLineRun.of(below, "lint", "..").out()).contains("--> ../bad.yaml:3:11");
  }

  @Test
  void manyChartsAreOneNote() throws IOException {
    for (int i = 0; i < 9; i++) {
      Path chart = Files.createDirectories(folder.resolve("c" + i + "/templates"));
      Files.writeString(folder.resolve("c" + i + "/Chart.yaml"), "name: c\n");
      Files.writeString(chart.resolve("x.yaml"), "a: {{ b }}\n");
    }
    CommandLineRun run = CommandLineRun.of(folder, "lint");
    assertThat(run.out().lines().filter(it -> it.startsWith("note[YM003]"))).hasSize(1);
    assertThat(run.out())
        .contains(
            "; the same holds for `c1/Chart.yaml`, `c2/Chart.yaml`, `c3/Chart.yaml`,"
                + " `c4/Chart.yaml`, `c5/Chart.yaml` and 3 more\n")
        .contains("9 unverifiable\n");
  }

  @Test
  void severalReportsInOneRun() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    CommandLineRun.of(folder, "lint", "-o", "sarif=out.sarif", "-o", "json=out.json", ".");
    assertThat(folder.resolve("out.sarif")).content().contains("\"2.1.0\"", "bad.yaml");
    assertThat(folder.resolve("out.json")).content().contains("\"version\": 1");
  }

  @Test
  void aBaselineIsWrittenAndUsed() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    assertThat(CommandLineRun.of(folder, "lint", "--write-baseline", "b.json").code()).isZero();
    assertThat(CommandLineRun.of(folder, "lint", "--baseline", "b.json", "bad.yaml").code())
        .isZero();
    Files.writeString(folder.resolve("bad.yaml"), BAD.replace("1}", "x}"));
    assertThat(CommandLineRun.of(folder, "lint", "--baseline", "b.json", "bad.yaml").err())
        .contains("still in the baseline");
  }

  @Test
  void fixesAreWritten() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    assertThat(CommandLineRun.of(folder, "lint", "--fix").code()).isZero();
    assertThat(folder.resolve("bad.yaml")).hasContent(BAD.replace("1}", "\"1\"}"));
  }

  @Test
  void factsOfStandardInputCountAfterAFixToo() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    String facts = "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}";
    CommandLineRun run =
        CommandLineRun.reading(facts, folder, "lint", "--fix", "--facts", "-", "bad.yaml");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(folder.resolve("bad.yaml")).hasContent(BAD.replace("1}", "\"1\"}"));
  }

  @Test
  void aLoopOfLinksEndsAndIsNamed() throws IOException {
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("bad.yaml"));
    CommandLineRun run = CommandLineRun.of(folder, "lint");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("link.yaml", "not followed");
  }

  @Test
  void aGitRefIsReadWithoutTheWorkTree() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), BAD);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("bad.yaml"));
    Files.writeString(folder.resolve("manifest.txt"), BAD);
    git("init", "-q", ".");
    git("add", ".");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x");
    Files.delete(folder.resolve("bad.yaml"));
    assertThat(CommandLineRun.of(folder, "lint").code()).isZero();
    CommandLineRun run = CommandLineRun.of(folder, "lint", "--ref", "HEAD");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("bad.yaml:3:11", "--> link", "the link is not followed");
    assertThat(CommandLineRun.of(folder, "lint", "--ref", "HEAD", "manifest.txt").out())
        .contains("manifest.txt:3:11");
  }

  /** A part of a repository does not show that a file is missing, and nothing shows a password. */
  @Test
  void gitSaysWhichRepositoryThisIsWhereAllOfItIsRead() throws Exception {
    Files.createDirectories(folder.resolve("charts/a"));
    Files.createDirectories(folder.resolve("argocd"));
    Files.writeString(
        folder.resolve("argocd/a.yaml"),
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: a, namespace: argocd}
        spec:
          project: shop
          destination: {name: prod, namespace: a}
          source:
            repoURL: https://github.com/acme/gitops.git
            path: charts/a
            helm: {valueFiles: [values-prod.yaml]}
        """);
    Files.writeString(folder.resolve("charts/a/values.yaml"), "replicas: 1\n");
    git("init", "-q");
    git("remote", "add", "origin", "https://ci:pass@github.com/acme/gitops");
    String missing = "this repository has no `charts/a/values-prod.yaml`";
    for (String[] whole : new String[][] {{"lint"}, {"lint", "."}}) {
      CommandLineRun run = CommandLineRun.of(folder, whole);
      assertThat(run.out()).contains("error[AP096]", missing).doesNotContain("pass@");
    }
    for (String[] part : new String[][] {{"lint", "argocd"}, {"lint", "argocd", "charts"}}) {
      assertThat(CommandLineRun.of(folder, part).out()).doesNotContain("error[AP096]");
    }
    Path below = folder.resolve("argocd");
    assertThat(CommandLineRun.of(below, "lint").out()).doesNotContain("error[AP096]");
    git("remote", "set-url", "origin", "https://github.com/acme/other");
    assertThat(CommandLineRun.of(folder, "lint").out()).doesNotContain("error[AP096]");
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertThat(CommandLineRun.of(folder, "lint", "no-such").code()).isEqualTo(2);
    assertThat(CommandLineRun.of(folder, "lint", "--fail-on", "bug").code()).isEqualTo(2);
    assertThat(CommandLineRun.of(folder, "lint", "--argocd-version", "new").code()).isEqualTo(2);
    assertThat(CommandLineRun.of(folder, "lint", "--baseline", "none.json").code()).isEqualTo(2);
    assertThat(CommandLineRun.of(folder, "explain", "AS02").err()).contains("AS020");
  }

  @Test
  void theCatalogueAndItsPages() {
    assertThat(CommandLineRun.of(folder, "rules").out()).contains("AS020  error");
    assertThat(CommandLineRun.of(folder, "explain", "templated-project").out())
        .startsWith("# AS020 templated-project");
  }

  private void git(String... args) throws Exception {
    var command = new java.util.ArrayList<>(java.util.List.of("git", "-C", folder.toString()));
    command.addAll(java.util.List.of(args));
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
