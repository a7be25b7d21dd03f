package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.git.ExecutableScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint --bundle}, and the helm that it may ask. */
class BundleLintTest {
  private static final Path PRIMITIVES = Path.of("examples", "primitives").toAbsolutePath();
  private static final Path MONOLITH = Path.of("examples", "monolith").toAbsolutePath();
  private static final Path BUNDLE =
      Path.of("examples", "bundles", "kustomize-replacements").toAbsolutePath();
  private static final String MANIFESTS =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: monolith-pr-2147483647}
      spec:
        selector: {matchLabels: {app.kubernetes.io/instance: monolith-pr-2147483647}}
        template:
          metadata: {labels: {app.kubernetes.io/instance: monolith-pr-2147483647}}
          spec: {containers: [{name: app, image: "ghcr.io/jomcgi/monolith@%s"}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: monolith-pr-2147483647}
      spec: {selector: {app.kubernetes.io/instance: monolith-pr-2147483647}, ports: [{port: 8080}]}
      """;

  @TempDir Path folder;

  @Test
  void theExampleIsProven() {
    CommandLineRun run =
        CommandLineRun.of(PRIMITIVES, "lint", "--bundle", "../bundles/kustomize-replacements");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).matches("no findings in [1-9]\\d* files?\n");
  }

  @Test
  void theBundlesOfTheExamplesAreProven() {
    CommandLineRun kustomize =
        CommandLineRun.of(
            PRIMITIVES, "lint", "--bundle", "source/primitives/service/orders/deploy");
    assertThat(kustomize.out()).matches("no findings in [1-9]\\d* files?\n");
    CommandLineRun chart =
        CommandLineRun.of(
            Path.of("examples", "monolith-overlay").toAbsolutePath(),
            "lint",
            "--bundle",
            "source/projects/monolith/chart");
    assertThat(chart.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(chart.out()).contains("error[undecided]", "run where `helm` is on PATH");
  }

  /** Whoever commits no lock can judge a bundle all the same, before or after the build. */
  @Test
  void digestsThatNoLockFileHas() throws IOException {
    Examples.copy("shapes/unchanged-services", folder.resolve("late"));
    Path late = folder.resolve("late");
    CommandLineRun before = CommandLineRun.of(late, "lint", "--bundle", "source/deploy");
    assertThat(before.code()).as(before.out()).isZero();
    assertThat(before.out()).contains("warning[digest-not-given]: image `web` is judged without");
    String digest = "@sha256:" + "a".repeat(64);
    CommandLineRun after =
        CommandLineRun.of(late, "lint", "--bundle", "source/deploy", "--image", "web" + digest);
    assertThat(after.out()).isEqualTo("no findings in 3 files\n");
    assertThat(CommandLineRun.of(late, "lint", "--image", "web" + digest).err())
        .contains("`--image` says nothing without `--bundle`");
    Files.delete(late.resolve("source/ci/worker.ref.yaml"));
    assertThat(
            CommandLineRun.of(late, "lint", "--bundle", "source/deploy", "--image", "web" + digest)
                .out())
        .contains("image `worker` is judged without");
    Path plain = Examples.copy("shapes/plain-manifests", folder.resolve("plain"));
    Files.delete(plain.resolve("source/ci/image.ref.yaml"));
    assertThat(CommandLineRun.of(plain, "lint", "--bundle", "source/deploy").err())
        .contains("error[digest-not-given]", "give it with --image");
  }

  @Test
  void aFindingEndsWithOne() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("bundle"));
    for (String file :
        new String[] {"kustomization.yaml", "deployment.yaml", "service.yaml", "image.ref.yaml"}) {
      Files.copy(BUNDLE.resolve(file), copy.resolve(file));
    }
    Files.writeString(copy.resolve(".argocd-source.yaml"), "{}");
    CommandLineRun run =
        CommandLineRun.of(
            folder, "lint", "--config", PRIMITIVES + "/mayfly.yaml", "--bundle", "bundle");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("error[source-override]", "bundle/.argocd-source.yaml");
  }

  @Test
  void aLinkIsRefused() throws IOException {
    Files.createSymbolicLink(folder.resolve("kustomization.yaml"), Path.of("/etc/passwd"));
    CommandLineRun run =
        CommandLineRun.of(folder, "lint", "--config", PRIMITIVES + "/mayfly.yaml", "--bundle", ".");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void aChartBesideProductionHasToBeRendered() throws IOException {
    assertThat(chart("").out()).contains("error[undecided]");
    CommandLineRun without = chart("", "--helm");
    assertThat(without.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(without.err()).contains("there is no `helm` on PATH");
  }

  @Test
  void helmRendersWithAHomeOfItsOwn() throws IOException {
    String script =
        """
        test "$1" = version && echo v4.2.1 && exit
        test -z "$SECRET" || exit 1
        test "$HOME" = "${PWD%%/bundle}/home" || exit 2
        test -z "$(command -v ls cat git)" || exit 5
        test "$1 $2 $3 $4" = "template . --name-template monolith-pr-2147483647" || exit 3
        case "$*" in *" --kube-version 1.35 --values "*" --include-crds") ;; *) exit 4 ;; esac
        /bin/cat <<'END'
        %s
        END
        """;
    assertThat(chart(script.formatted(MANIFESTS.formatted(lockedDigest())), "--helm").out())
        .matches("no findings in [1-9]\\d* files?\n");
    CommandLineRun other =
        chart(script.formatted(MANIFESTS.formatted("sha256:" + "2".repeat(64))), "--helm");
    assertThat(other.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(other.out()).contains("error[digests-disagree]");
  }

  /** The arguments are helm's own: a stand-in would take any. */
  @Test
  void theRealHelmRendersTheExamples() {
    Map<String, String> env = Programs.path("helm");
    for (String example : new String[] {"monolith", "monolith-overlay"}) {
      CommandLineRun run =
          CommandLineRun.of(
              CommandCatalog.all(),
              env,
              MONOLITH.resolveSibling(example),
              "lint",
              "--bundle",
              "source/projects/monolith/chart",
              "--helm");
      assertThat(run.out()).matches("no findings in [1-9]\\d* files?\n");
    }
  }

  @Test
  void whatHelmSaysIsShownClean() throws IOException {
    CommandLineRun run = chart("printf '\\033[31mno such function\\n' >&2; exit 1", "--helm");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out())
        .contains("error[bundle-broken]", "no such function")
        .doesNotContain("\033");
  }

  private static String lockedDigest() throws IOException {
    String lock =
        Files.readString(MONOLITH.resolve("source/projects/monolith/chart/image.ref.yaml"));
    return lock.substring(lock.indexOf("sha256:")).strip();
  }

  private CommandLineRun chart(String script, String... more) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    if (!script.isEmpty()) {
      ExecutableScript.write(bin.resolve("helm"), "#!/bin/sh\n" + script + "\n");
    }
    String[] args =
        Stream.concat(
                Stream.of("lint", "--bundle", "source/projects/monolith/chart"), Stream.of(more))
            .toArray(String[]::new);
    return CommandLineRun.of(
        CommandCatalog.all(), Map.of("PATH", bin.toString(), "SECRET", "x"), MONOLITH, args);
  }
}
