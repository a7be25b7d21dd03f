package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.manifest.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A repository whose committed previews and platform do not fit each other, and one that does. */
class WorkspaceErrorsTest {
  private static final String RECORD = "previews/orders/pr-128/preview.yaml";
  private static final String IMAGE = "- {id: app, name: ghcr.io/acme/orders,";

  private static final String WEST = "clusters/west/mayfly.yaml";

  @TempDir Path temp;

  /** The same platform in a folder, as a copy begins. */
  private static String west() {
    return Examples.platform("primitives")
        .replace("    branch: main\n", "    path: clusters/west\n    branch: main\n")
        .replace("  name: primitives\n", "  name: west\n");
  }

  @TestFactory
  Stream<DynamicTest> refused() {
    return ErrorCase.tests(
        "workspace",
        temp,
        List.of(
            committed(
                "overlay-lacks-a-key",
                "platform",
                s -> s.edit(IMAGE, "- {id: web, name: ghcr.io/acme/web}\n        " + IMAGE)),
            ErrorCase.platform("platforms-that-meet", "primitives", s -> s.write(WEST, west())),
            committed(
                "app-is-gone", "all", s -> s.edit("    - name: orders\n", "    - name: order\n")),
            committed(
                "app-is-gone-from-the-set",
                "platform",
                s -> s.edit("    - name: orders\n", "    - name: order\n")),
            committed(
                "record-of-a-number-too-large",
                "all",
                s -> s.edit(RECORD, "number: \"128\"", "number: \"9999999999\"")),
            committed(
                "record-of-a-wrong-repository",
                "all",
                s -> s.edit(RECORD, "acme/primitives", "..//..")),
            committed(
                "record-with-images-as-list",
                "all",
                s -> s.edit(RECORD, "  images:\n", "  images: []\n  other:\n")),
            committed(
                "record-with-unknown-key",
                "platform",
                s -> s.edit(RECORD, "spec:\n", "spec:\n  owner: me\n")),
            committed("record-that-is-empty", "platform", s -> s.write(RECORD, "")),
            generator(
                "digest-in-values", "hostname: ${preview.host}", "hostname: ${images.app.digest}"),
            generator("title-in-values", "hostname: ${preview.host}", "hostname: ${pr.title}"),
            generator(
                "head-in-config",
                "PR_ENV: \"true\"\n          TEMPORAL",
                "PR_ENV: ${pr.headSha}\n          TEMPORAL")));
  }

  @Test
  void templateOfTheAdminIsUsed() {
    Scenario scenario = Scenario.of("primitives", temp.resolve("override"));
    String template = "templates/overlay/http-route.yaml";
    scenario
        .write(template, Templates.bundled("overlay/http-route.yaml"))
        .edit(template, "value: ${route.path}", "value: /api")
        .edit(template, "sync-wave: \"0\"", "sync-wave: \"0\"\n    example.dev/title: ${pr.title}")
        .rendered("render", "preview", "--event", "pull-request.json", "--source", "source");
    assertThat(scenario.read("out/previews/orders/pr-128/http-route.yaml"))
        .contains("value: \"/api\"\n")
        .contains("example.dev/title: \"Show stock levels on the order page\"\n");
  }

  /** What a committed preview holds stays permitted, or Argo CD could not delete it. */
  @Test
  void kindsOfCommittedPreviewsStayPermitted() {
    Scenario scenario =
        committed(Scenario.of("primitives", temp.resolve("kinds")))
            .write("previews/orders/pr-128/old.yaml", "apiVersion: batch/v1\nkind: CronJob\n")
            .rendered("render", "platform");
    assertThat(scenario.read("out/platform/app-project.yaml"))
        .contains("    - group: batch\n      kind: CronJob\n");
  }

  /** So do the places, when previews go elsewhere from now on. */
  @Test
  void placesOfCommittedPreviewsStayPermitted() {
    Scenario scenario =
        committed(Scenario.of("primitives", temp.resolve("places")))
            .edit("  codeOwners:", "  naming: {namespace: \"preview-${pr.number}\"}\n  codeOwners:")
            .edit("sourceNamespace: databases", "sourceNamespace: postgres")
            .rendered("render", "platform");
    assertThat(scenario.read("out/platform/app-project.yaml"))
        .contains("namespace: databases\n", "namespace: postgres\n")
        .contains("namespace: pr-128-orders\n", "namespace: \"preview-[0-9]*\"\n")
        .contains("kind: Namespace\n      name: pr-128-orders\n");
  }

  /** A namespace that Argo CD made has no manifest, and must be deletable all the same. */
  @Test
  void namespacesThatArgoCdMadeStayPermitted() {
    Scenario made =
        Scenario.of("primitives", temp.resolve("made"))
            .edit("strategy: manifest", "strategy: create-namespace");
    Scenario scenario =
        committed(made)
            .edit("  codeOwners:", "  naming: {namespace: \"preview-${pr.number}\"}\n  codeOwners:")
            .rendered("render", "platform");
    assertThat(scenario.read("out/platform/app-project.yaml"))
        .contains("kind: Namespace\n      name: pr-128-orders\n")
        .doesNotContain("name: databases\n");
  }

  private static Scenario committed(Scenario scenario) {
    CommandLineRun run =
        scenario.run(
            "render",
            "preview",
            "--event",
            "pull-request.json",
            "--source",
            "source",
            "--out",
            ".");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    return scenario;
  }

  private static ErrorCase committed(String name, String what, UnaryOperator<Scenario> edit) {
    return new ErrorCase(
        name, ExitCode.RENDERING, "primitives", s -> edit.apply(committed(s)), "render", what);
  }

  private static ErrorCase generator(String name, String old, String replacement) {
    int code = name.equals("title-in-values") ? ExitCode.CONFIGURATION : ExitCode.RENDERING;
    return new ErrorCase(
        name, code, "monolith", s -> s.edit(old, replacement), "render", "platform");
  }
}
