package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.registry.StubRegistry;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chart of a registry is proven as it is served; nothing is written when it is not. */
class ChartFromRegistryTest {
  private static final String TEMPLATE = "templates/more.yaml";

  @TempDir Path folder;
  private ExampleWorld world;

  @BeforeEach
  void begin() {
    world = new ExampleWorld("shapes/chart-from-registry", folder, Programs.path("helm"));
  }

  @AfterEach
  void end() {
    if (world != null) { // where helm is missing there is none
      world.close();
    }
  }

  /** OCI has no scheme in Argo CD's words, in the project and in the source alike. */
  @Test
  void argoCdPermitsWhatItReads() {
    Scenario oci =
        Scenario.of("shapes/chart-from-registry", folder.resolve("oci"))
            .edit("https://charts.example.dev/stable", "oci://ghcr.io/acme/charts")
            .rendered("render", "platform");
    CommandLineRun run =
        oci.run(
            "simulate",
            "out/platform/application-set-shop.yaml",
            "--project",
            "out/platform/app-project.yaml",
            "--repo",
            Path.of("golden/shapes/chart-from-registry").toAbsolutePath().toString());
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("permitted, `ghcr.io/acme/charts` matches");
    assertThat(oci.run("lint", "out").out()).startsWith("no findings");
  }

  /** Where nothing of a pull request is handed over, the generator can have it too. */
  @Test
  void theGeneratorTakesWhatCannotMove() {
    for (String from :
        new String[] {
          "{registry: 'oci://ghcr.io/acme/charts', chart: app, version: 2.3.1}",
          "{gitops: true}, path: charts/app",
          "{repository: acme/charts, revision: " + "a".repeat(40) + "}, path: charts/app"
        }) {
      Scenario generator =
          Scenario.of("shapes/chart-from-registry", folder.resolve("a" + from.length()));
      String text =
          generator
              .read("mayfly.yaml")
              .replace("delivery: overlay", "delivery: generator")
              .replaceAll("from: \\{registry.*?}", "from: " + from)
              .replaceAll("(?m)^ +images: .*\n", "")
              .replaceAll("(?m)^ +image: .*digest.*\n", "        replicas: 1\n");
      generator.write("mayfly.yaml", text).rendered("render", "platform");
      assertThat(generator.run("lint", "out").out()).doesNotContain("error[", "warning[");
    }
  }

  private void refused(int code, String... words) {
    String before = world.gitops.tip("main");
    CommandLineRun run = world.event("open", "opened");
    assertThat(run.code()).as(run.err()).isEqualTo(code);
    assertThat(run.err()).contains(words);
    assertThat(world.gitops.tip("main")).isEqualTo(before);
  }

  private void chart(Map<String, String> changed) {
    world.serve(world.packed(changed).http());
  }

  @Test
  void admitProvesItToo() {
    CommandLineRun run = world.event("admit", "opened");
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(ExitCode.FINE);
    chart(Map.of(TEMPLATE, "apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n"));
    assertThat(world.event("admit", "opened").code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void theFolderThatHelmUnpacksIsLinted() {
    Path example = Examples.HOME.resolve("shapes/chart-from-registry");
    CommandLineRun run =
        CommandLineRun.of(
            CommandCatalog.all(),
            Programs.path("helm"),
            example,
            "lint",
            "--bundle",
            "registry/app",
            "--image",
            "ghcr.io/acme/web@sha256:" + "1".repeat(64));
    assertThat(run.out() + run.err()).startsWith("no findings in ");
  }

  @Test
  void whatItYieldsIsJudged() {
    chart(Map.of(TEMPLATE, "apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n"));
    refused(ExitCode.REFUSED, "Namespace");
  }

  @Test
  void aChartThatComesAlongNeedsNoListing() {
    chart(
        Map.of(
            "Chart.yaml",
            "apiVersion: v2\nname: app\nversion: 2.3.1\ndependencies:\n- {name: lib, version: ^1,"
                + " repository: 'https://charts.example.dev/other'}\n",
            "charts/lib/Chart.yaml",
            "apiVersion: v2\nname: lib\nversion: 1.0.0\n"));
    assertThat(world.event("open", "opened").code()).isEqualTo(ExitCode.FINE);
    chart(Map.of("charts/other/Chart.yaml", "apiVersion: v2\nname: other\nversion: 1.0.0\n"));
    assertThat(world.event("admit", "opened").code()).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void anArchiveThatIsNoneIsRefused() {
    chart(Map.of("templates/evil.yaml", "-> /etc/passwd"));
    refused(
        ExitCode.REFUSED, "chart-archive", "`app/templates/evil.yaml`, which is not a plain file");
    chart(Map.of("../evil.yaml", "a: b"));
    refused(ExitCode.REFUSED, "not safe on every system");
    chart(Map.of("large.yaml", "#".repeat((1 << 20) + 1)));
    refused(ExitCode.REFUSED, "more or larger files");
  }

  @Test
  void aRegistryThatIsDownOrHasNoSuchChartIsSaid() {
    world.serve((exchange, host) -> exchange.sendResponseHeaders(503, -1));
    refused(ExitCode.REMOTE, "error[registry]", "status 503");
    world.serve((exchange, host) -> exchange.sendResponseHeaders(404, -1));
    refused(ExitCode.REMOTE, "error[chart-missing]", "chart `app` of version `2.3.1`");
    StubRegistry.Manners http = world.packed(Map.of()).http();
    world.serve(http);
    String text = world.gitops.text("main", "mayfly.yaml") + "\n";
    world.gitops.commit("main", Map.of("mayfly.yaml", text.replace("chart: app", "chart: ap")));
    refused(ExitCode.REMOTE, "has no chart `ap`", "app");
  }
}
