package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.bundle.build.ArgoSettings;
import dev.mayfly.bundle.build.BundleFolder;
import dev.mayfly.bundle.build.BundleReach;
import dev.mayfly.bundle.build.RenderTool;
import dev.mayfly.manifest.BundleSource;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real helm makes of value files, values, and a chart beside the chart. */
class ValueFilesTest {
  private static final String FILES =
      "[values-preview.yaml, {repository: config/web.yaml}, {gitops: values/web.yaml}]";

  @TempDir Path temp;
  private Scenario scenario;

  @BeforeEach
  void copy() {
    scenario = Scenario.of("shapes/value-files", temp.resolve("example"));
  }

  private String rendered() {
    Blueprint blueprint =
        Workspace.find(scenario.folder()).platform("mayfly.yaml").blueprints().getFirst();
    PreviewFacts facts =
        new PreviewFacts(
            new PullRequest(
                blueprint.app().repository(),
                new PullRequestNumber(7),
                new CommitSha("a".repeat(40))),
            Map.of("app", new ImageDigest("sha256:" + "1".repeat(64))),
            Optional.empty());
    ArgoSettings settings =
        new ArgoSettings(
            new ReleaseLine(3, 5),
            new ReleaseLine(1, 35),
            "pr-7-mail",
            Optional.empty(),
            Map.of(),
            Map.of(),
            List.of(),
            "mail-pr-7",
            BundleSource.valueFiles(blueprint),
            () -> BundleSource.values(blueprint, facts));
    RenderTool.Rendering rendering =
        Programs.tool("helm")
            .render(
                AppBundle.Kind.HELM,
                BundleReach.read(
                    new BundleFolder(scenario.folder().resolve("source"), "source"),
                    blueprint.app().bundle()),
                settings)
            .orElseThrow();
    assertThat(rendering.failure()).isEmpty();
    return rendering.manifests();
  }

  private CommandLineRun lint() {
    return CommandLineRun.of(
        CommandCatalog.all(),
        Programs.path("helm"),
        scenario.folder(),
        "lint",
        "--bundle",
        "source/chart");
  }

  @Test
  void eachIsPutOverTheOneBefore() {
    assertThat(rendered())
        .contains("replicas: 2\n", "acme.dev/sampling: \"0.25\"", "\"on\": pull-request")
        .doesNotContain("args:");
    scenario.write("values/web.yaml", "{}");
    assertThat(rendered()).contains("replicas: 3\n");
    scenario.edit(FILES, "[values-preview.yaml]");
    assertThat(rendered()).contains("replicas: 4\n");
    scenario.edit("[values-preview.yaml]", "[]").edit("        args: null\n", "");
    assertThat(rendered()).contains("replicas: 1\n", "args: [\"--verbose\"]");
  }

  @Test
  void placeholdersOfAFileAreItsOwn() {
    scenario
        .write("values/web.yaml", "replicas: 2\nargs: ['${HOME}']\n")
        .edit("        args: null\n", "");
    assertThat(rendered()).contains("args: [\"${HOME}\"]");
  }

  @Test
  void theChartBesideIsTakenInUnderItsAlias() {
    assertThat(rendered()).contains("name: gateway\n", "targetPort: 8081");
    assertThat(lint().out()).startsWith("no findings in ");
  }

  @Test
  void aChartBesideIsJudgedLikeTheRest() {
    scenario.write(
        "source/proxy/templates/ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: x}\n");
    assertThat(lint().out()).contains("Namespace");
  }

  @Test
  void whatPackingMayLeaveOutIsUndecided() {
    scenario.write("source/proxy/.helmignore", "# as helm creates it\n*.bak\n");
    assertThat(lint().out()).startsWith("no findings in ");
    scenario.write("source/proxy/templates/_helpers.tpl.bak", "");
    assertThat(lint().out()).contains("error[undecided]", "may leave files out");
    scenario.write("source/proxy/.helmignore", "templates/\n");
    assertThat(lint().out()).contains("error[undecided]");
  }

  @Test
  void aChartThatIsNotTheOneThatIsNamedIsRefused() {
    scenario.edit("source/proxy/Chart.yaml", "0.3.0", "0.4.0");
    assertThat(lint().out()).contains("error[chart-dependency]", "another name or version");
    scenario.edit("source/chart/Chart.yaml", "file://../proxy", "file://../../../proxy");
    assertThat(lint().out()).contains("error[chart-dependency]", "does not have beside or in");
  }

  /** A name that leads elsewhere would put its files among those of the chart that is judged. */
  @Test
  void theNameOfAChartBesideIsAName() {
    scenario.edit("source/chart/Chart.yaml", "name: proxy", "name: ../templates");
    assertThat(lint().out()).contains("error[chart-dependency]", "does not have beside or in");
  }

  @Test
  void twoChartsOfOneNameAreUndecided() {
    scenario
        .write("source/other/Chart.yaml", scenario.read("source/proxy/Chart.yaml"))
        .edit(
            "source/chart/Chart.yaml",
            "    condition: gateway.enabled\n",
            "    condition: gateway.enabled\n"
                + "  - {name: proxy, alias: second, version: 0.3.0, repository: file://../other}\n");
    assertThat(lint().out()).contains("error[undecided]", "two charts of the name");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    scenario.edit("values-preview.yaml, ", "values-gone.yaml, ");
    assertThat(lint().out()).contains("error[value-file-missing]", "`values-gone.yaml`");
    scenario.edit("values-gone.yaml, ", "").edit("config/web.yaml", "config/gone.yaml");
    assertThat(lint().out()).contains("error[value-file-missing]", "`config/gone.yaml`");
  }
}
