package dev.mayfly.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fourth forge, added as the page says, and each step forgotten once. */
class AddingAForgeTest {
  private static final String MAIN = "cli/src/main/java/dev/mayfly/";
  private static final String TESTS = "cli/src/test/java/dev/mayfly/";

  /** What the compiler names once the constant is there: a line each. */
  private static final Step DEMANDED =
      Step.of("", "a line for the constant", Step.COMPILER)
          .line(
              MAIN + "forge/Forges.java",
              "case NONE ->",
              "      case BITBUCKET -> new BitbucketForge();")
          .line(
              MAIN + "manifest/WebhookKind.java",
              "case GITEA ->",
              "      case BITBUCKET -> \"webhook.bitbucket.uuid\";")
          .line(
              MAIN + "manifest/NotificationsKind.java",
              "case GITEA ->",
              "        case BITBUCKET ->"
                  + " new Dialect(TemplateName.PATCHES_ARGOCD_NOTIFICATIONS_GITEA, \"\", \"\");")
          .line(
              MAIN + "manifest/PreviewGenerator.java",
              "case GITEA, NONE ->",
              "      case BITBUCKET -> throw new IllegalStateException(\"refused\");")
          .line(
              MAIN + "platform/GeneratorLimits.java",
              "case GITEA ->",
              "      case BITBUCKET -> Optional.empty();")
          .edit(
              MAIN + "delivery/Deployments.java",
              text -> text.replace("case GITEA, NONE ->", "case GITEA, BITBUCKET, NONE ->"))
          .edit(TESTS + "forge/ForgeBench.java", AddingAForgeTest::likeGitHub)
          .edit(TESTS + "forge/StubHost.java", AddingAForgeTest::likeGitHub)
          .edit(TESTS + "command/HostileForgeTest.java", AddingAForgeTest::likeGitHub)
          .edit(TESTS + "command/ChangeTextTest.java", AddingAForgeTest::likeGitHub);

  static final List<Step> STEPS =
      List.of(
          Step.of("forge/YourForge.java", "one class: the calls", Step.COMPILER)
              .edit(MAIN + "forge/BitbucketForge.java", none -> forge()),
          Step.of("forge/Forge.java", "its name among `permits`", Step.COMPILER)
              .edit(
                  MAIN + "forge/Forge.java",
                  text -> text.replace("permits ", "permits BitbucketForge, ")),
          Step.of(
                  "platform/ForgeSettings.java",
                  "one constant: the addresses of its service and of its pages",
                  Step.COMPILER)
              .line(
                  MAIN + "platform/ForgeSettings.java",
                  "    NONE(",
                  "    BITBUCKET(\"https://bitbucket.org\", \"/pull-requests/\"),"),
          new Step(
              DEMANDED.edits().keySet().stream()
                  .map(path -> path.replaceFirst(".*/dev/mayfly/", ""))
                  .collect(Collectors.joining("`, `")),
              DEMANDED.change(),
              Step.COMPILER,
              DEMANDED.edits()),
          Step.of(
                  "schemas/mayfly.schema.json",
                  "its word among those of `spec.forge.kind`",
                  "dev.mayfly.manifest.ClosedListsTest#binderAndSchemaKnowTheSameWords")
              .edit(
                  "schemas/mayfly.schema.json",
                  text -> text.replaceFirst("\"gitea\",", "\"gitea\", \"bitbucket\",")),
          Step.of(
              "docs/reference/configuration.md",
              "written by `./verify --update-goldens`",
              "dev.mayfly.reference.ReferencePagesTest#everyKeyOfTheSchemaIsOnItsPage"));

  @TempDir Path folder;

  @Test
  void everyForgottenStepIsNoticed() throws IOException {
    try (ScratchCopy copy = ScratchCopy.in(folder)) {
      Walk walk = new Walk(copy, STEPS, "GITEA", "interface Forge ");
      Step demanded = STEPS.get(3);
      assertThat(walk.compiled(demanded).keySet())
          .isEqualTo(
              demanded.edits().keySet().stream()
                  .map(path -> path.substring(path.lastIndexOf('/') + 1))
                  .collect(Collectors.toCollection(TreeSet::new)));
      copy.undo();
      walk.withoutEach(STEPS.stream().filter(step -> step != demanded).toList());
      walk.allSteps();
    }
  }

  private static String likeGitHub(String text) {
    return text.replace("case GITHUB, NONE ->", "case GITHUB, BITBUCKET, NONE ->");
  }

  /** Every method is there and refuses, as where there is no forge. */
  private static String forge() {
    try {
      return Files.readString(Path.of(MAIN + "forge/NoForge.java"))
          .replace("NoForge", "BitbucketForge");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
