package dev.mayfly.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ServiceAccount for each preview, added as the page says, and each step forgotten once. */
class AddingAKindTest {
  private static final String MANIFEST = "cli/src/main/java/dev/mayfly/manifest/";
  private static final String RENDERED = "dev.mayfly.golden.RenderedDocumentsTest#";
  private static final String CATALOGUE = "dev.mayfly.manifest.CatalogueTest#";
  private static final String GOLDEN =
      "dev.mayfly.command.ExampleGoldenTest#everyExampleYieldsItsGolden:primitives";
  private static final String TEMPLATE =
      """
      apiVersion: v1
      kind: ServiceAccount
      metadata:
        name: ${name}
        namespace: ${preview.namespace}
        labels: ${labels}
        annotations:
          argocd.argoproj.io/sync-wave: "-9"
      """;
  private static final String CLASS =
      """
      package dev.mayfly.manifest;

      import dev.mayfly.platform.Blueprint;
      import java.util.List;

      final class ServiceAccountKind implements OverlayKind {
        @Override
        public List<Manifest> manifests(Blueprint blueprint, Templates templates) {
          return blueprint.platform().namespace().isShared()
              ? List.of()
              : List.of(
                  new Manifest(
                      "service-account.yaml",
                      templates.render(
                          TemplateName.OVERLAY_SERVICE_ACCOUNT,
                          OverlayScope.labelled(blueprint).put("name", "preview"))));
        }
      }
      """;

  static final List<Step> STEPS =
      List.of(
          Step.of(
                  "templates/overlay/your-kind.yaml",
                  "the manifest",
                  CATALOGUE + "everyTemplateHasANameAndEveryNameATemplate")
              .edit("templates/overlay/service-account.yaml", none -> TEMPLATE),
          Step.of("manifest/TemplateName.java", "one constant: its path", Step.COMPILER)
              .line(
                  MANIFEST + "TemplateName.java",
                  "OVERLAY_RESOURCE_QUOTA",
                  "  OVERLAY_SERVICE_ACCOUNT(\"overlay/service-account.yaml\"),"),
          Step.of("manifest/YourKind.java", "when it is there, and the values", Step.COMPILER)
              .edit(MANIFEST + "ServiceAccountKind.java", none -> CLASS),
          Step.of(
                  "manifest/OverlayKinds.java",
                  "one line",
                  CATALOGUE + "everyPartOfAnOverlayIsListed")
              .line(
                  MANIFEST + "OverlayKinds.java",
                  "new NetworkPolicyKind()",
                  "          new ServiceAccountKind(),"),
          Step.of(
                  "schemas/kinds/GROUP_KIND.schema.json",
                  "only what is rendered",
                  CATALOGUE + "everySchemaFileHasANameAndEveryNameAFile")
              .edit("schemas/kinds/core_serviceaccount.schema.json", none -> schema()),
          Step.of(
                  "manifest/SchemaName.java",
                  "one constant: its path",
                  RENDERED + "eachIsValidAgainstOurOwnSchema")
              .line(
                  MANIFEST + "SchemaName.java",
                  "  RESOURCE_QUOTA(",
                  "  SERVICE_ACCOUNT(\"kinds/core_serviceaccount.schema.json\"),"),
          Step.of(
                  "cli/src/test/resources/reference/preview.yaml",
                  "when an app gets it, in words",
                  "dev.mayfly.reference.ReferencePagesTest"
                      + "#everyPlaceholderTemplateAndApiOfAPreviewHasItsWords")
              .edit(
                  "cli/src/test/resources/reference/preview.yaml",
                  words ->
                      words.replaceFirst(
                          "(?m)^  resource-quota.yaml: .*$", "$0\n  service-account.yaml: always")),
          Step.of(
              "docs/reference/preview.md",
              "written by `./verify --update-goldens`",
              "dev.mayfly.reference.ReferencePagesTest#whatAnAppGetsIsOnItsPage"),
          Step.of("golden/", "written by `./verify --update-goldens`", GOLDEN));

  @TempDir Path folder;

  @Test
  void everyForgottenStepIsNoticed() throws IOException {
    try (ScratchCopy copy = ScratchCopy.in(folder)) {
      Walk walk = new Walk(copy, STEPS);
      walk.withoutEach(STEPS);
      // A value that is missing, and one that is not used.
      for (var template :
          Map.of("pull", TEMPLATE + "secrets: ${pull}\n", "name", TEMPLATE.replace("${name}", "n"))
              .entrySet()) {
        walk.compiled(STEPS.getFirst());
        copy.edit("templates/overlay/service-account.yaml", none -> template.getValue());
        assertThat(copy.run(false, List.of(GOLDEN))).contains("`" + template.getKey() + "`");
        copy.undo();
      }
      walk.allSteps();
    }
  }

  /** As that of a LimitRange, which is as small, without what follows its metadata. */
  private static String schema() {
    try {
      return Files.readString(Path.of("schemas/kinds/core_limitrange.schema.json"))
          .replace("limitrange", "serviceaccount")
          .replace("LimitRange", "ServiceAccount")
          .replaceFirst("(?s)\"metadata\",\n    \"spec\"\n", "\"metadata\"\n")
          .replaceFirst(
              "(?s),\n    \"spec\": \\{.*?\n    }\n  },\n  \"\\$defs\"", "\n  },\n  \"\\$defs\"");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
