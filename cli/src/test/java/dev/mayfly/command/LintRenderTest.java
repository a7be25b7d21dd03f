package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint} without a PATH in a platform's folder: the render and the committed tree. */
class LintRenderTest {
  private static final String ROUTE = "previews/orders/pr-128/http-route.yaml";
  private static final String FLOATING =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata:
        name: ${preview.application}
        namespace: ${preview.namespace}
        labels: ${labels}
        annotations: {owner: admins}
      spec:
        parentRefs:
          - group: gateway.networking.k8s.io
            kind: ${parent.kind}
            name: ${parent.name}
            namespace: ${parent.namespace}
            sectionName: ${parent.listener}
        hostnames:
          - "*.${preview.host}"
        rules:
          - backendRefs:
              - {group: "", kind: Service, name: "${service.name}", port: "${service.port}"}
      """;

  @TempDir Path temp;

  /** The example as it is once everything is rendered. */
  private Scenario committed(String example) {
    Scenario scenario = Scenario.of(example, temp).without("source");
    Examples.copyTree(Path.of("golden", example).toAbsolutePath(), temp);
    return scenario;
  }

  @Test
  void theExamplesAreClean() {
    for (String example : Examples.names()) {
      Scenario scenario = Scenario.of(example, temp.resolve(example)).onlyGitOps();
      assertThat(scenario.run("lint").out()).as(example).startsWith("no findings in ");
      Examples.copyTree(Path.of("golden", example).toAbsolutePath(), scenario.folder());
      CommandLineRun run = scenario.run("lint");
      assertThat(run.out()).as(example).startsWith("no findings in ");
      assertThat(run.err()).as(example).isEmpty();
    }
  }

  @Test
  void nothingIsCommittedYetAndYetItIsJudged() {
    Scenario scenario = Scenario.of("primitives", temp);
    scenario.write("templates/overlay/http-route.yaml", FLOATING);
    CommandLineRun run = scenario.run("lint");
    assertThat(run.err())
        .contains("files are not what rendering would write", "`mayfly render all --out .` writes");
    assertThat(run.out()).doesNotContain(ROUTE);
  }

  @Test
  void whatRenderingWouldWriteIsJudgedAtItsPlace() throws IOException {
    Scenario scenario = committed("primitives");
    scenario.write("templates/overlay/http-route.yaml", FLOATING);
    CommandLineRun run = scenario.run("lint");
    assertThat(run.out())
        .contains(ROUTE + ":")
        .contains("= note: this is what rendering gives, not a line of a committed file");
    // The route, the record, and the admission policy that holds the route to what is rendered.
    assertThat(run.err())
        .contains("3 files are not what rendering would write", "`mayfly diff` shows");
    assertThat(scenario.run("lint", "-o", "json").out()).contains("\"rendered\": true");
    scenario.run("render", "all", "--out", ".");
    CommandLineRun rendered = scenario.run("lint");
    assertThat(rendered.err()).isEmpty();
    assertThat(rendered.out())
        .as("the same findings, now of the committed file")
        .isEqualTo(run.out().replaceAll("(?m)^.*= note: this is what rendering gives.*\\n", ""));
  }

  @Test
  void aFindingOfBothIsSaidOnce() {
    Scenario scenario = committed("primitives");
    scenario.write("templates/overlay/http-route.yaml", FLOATING);
    scenario.run("render", "all", "--out", ".");
    scenario.write(ROUTE, scenario.read(ROUTE) + "# by hand\n");
    String once = scenario.run("lint").out();
    scenario.write(ROUTE, scenario.read(ROUTE).replace("# by hand\n", ""));
    assertThat(once).isEqualTo(scenario.run("lint").out());
  }

  @Test
  void aChartIsJudgedAsItsPreviewsWillBe() {
    Scenario scenario = committed("monolith");
    scenario.write("templates/overlay/http-route.yaml", FLOATING);
    String route = "previews/monolith/baseline/templates/http-route.yaml";
    assertThat(scenario.run("lint").out()).contains(route + ":", "2147483647");
    scenario.run("render", "all", "--out", ".");
    CommandLineRun run = scenario.run("lint");
    assertThat(run.out()).contains(route + ":", "not a line of a committed file");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aTemplateOrRecordThatCannotBeReadIsAFindingAndTheRestIsJudged() throws IOException {
    Scenario scenario = committed("primitives");
    scenario.write("bad.yaml", "apiVersion: v1\nkind: ConfigMap\ndata: {a: 1}\n");
    scenario.write("templates/overlay/http-route.yaml", FLOATING.replace("parent.kind", "parnt"));
    scenario.edit("previews/orders/pr-128/preview.yaml", "  app: orders", "  ap: orders");
    CommandLineRun run = scenario.run("lint");
    assertThat(run.code()).isOne();
    assertThat(run.out())
        .contains("templates/overlay/http-route.yaml:11:")
        .contains("error[MF002]", "did you mean `app`")
        .contains("error[WL002]");
    Files.delete(temp.resolve("templates/overlay/http-route.yaml"));
    scenario.write("templates/overlay/no-such.yaml", "a: b\n");
    assertThat(scenario.run("lint").out())
        .contains("unknown template `overlay/no-such.yaml`", "WL002");
    scenario.edit("limit: 5", "limits: 5");
    assertThat(scenario.run("lint").out()).contains("error[MF001]", "did you mean `limit`");
  }

  @Test
  void aForeignFieldIsFoundUnlessTheAdminsHaveATemplateForTheKind() {
    Scenario scenario = committed("primitives");
    String quota = "previews/orders/pr-128/resource-quota.yaml";
    scenario.write(quota, scenario.read(quota) + "  scopes: [BestEffort]\n  wrong: {}\n");
    String both = scenario.run("lint").out();
    assertThat(both).contains("[MF003]", "unknown key `scopes`", "[WL006]", "`wrong`");
    assertThat(both).contains(quota + ":").doesNotContain("MF004");
    scenario.write(
        "templates/overlay/resource-quota.yaml",
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: preview, namespace: "${preview.namespace}", labels: "${labels}"}
        spec: {hard: "${quota}", scopes: [BestEffort]}
        """);
    assertThat(scenario.run("lint", "previews").out()).doesNotContain("MF003").contains("WL006");
  }

  @Test
  void fixesAreWrittenWhereThePlatformLies() throws IOException {
    Scenario scenario = committed("primitives");
    scenario.write("clusters/bad.yaml", "apiVersion: v1\nkind: ConfigMap\ndata: {a: 1}\n");
    CommandLineRun run = CommandLineRun.of(temp.resolve("clusters"), "lint", "--fix");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(scenario.read("clusters/bad.yaml")).contains("{a: \"1\"}");
  }
}
