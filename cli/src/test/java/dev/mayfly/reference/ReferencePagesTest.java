package dev.mayfly.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.change.ClusterNeeds;
import dev.mayfly.command.CommandCatalog;
import dev.mayfly.command.CommandsPage;
import dev.mayfly.command.Examples;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.golden.GoldenReporter;
import dev.mayfly.manifest.CommentText;
import dev.mayfly.workspace.Workspace;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reference/} says what the program does today. */
class ReferencePagesTest {
  private static final Path PAGES = Path.of("docs/reference");
  private static final Path SCHEMA = Path.of("schemas/mayfly.schema.json");

  /** Read by kustomize and by Mayfly, not by an API server. */
  private static final Set<String> OF_NO_CLUSTER = Set.of("kustomize.config.k8s.io", "mayfly.dev");

  private static final Pattern VARIABLE =
      Pattern.compile(
          "\"((?:MAYFLY|CF|CLOUDFLARE|ARGOCD|SSH|GITHUB|GITEA|FORGEJO|GITLAB|CI)_[A-Z_]+"
              + "|NO_COLOR|TERM|HOME|PATH|[a-z]+_proxy)\"");

  @Test
  void everyKeyOfTheSchemaIsOnItsPage() throws IOException {
    isGenerated(
        "configuration.md",
        ConfigurationPage.of(
            new JsonReader(Budget.LINT)
                .read(SCHEMA.toString(), Files.readAllBytes(SCHEMA))
                .single(Fault.RENDERING)));
  }

  @Test
  void everyCommandAndOptionIsOnItsPage() throws IOException {
    isGenerated("commands.md", CommandsPage.of(CommandCatalog.all()));
  }

  @Test
  void whatAnAppGetsIsOnItsPage() throws IOException {
    isGenerated("preview.md", new PreviewPage().text());
  }

  @Test
  void everyPlaceholderTemplateAndApiOfAPreviewHasItsWords() throws IOException {
    PreviewPage page = new PreviewPage();
    Set<String> placeholders = new TreeSet<>();
    for (String example : Examples.names()) {
      Path file = Examples.HOME.resolve(example).resolve("mayfly.yaml");
      Workspace.of(file)
          .platform("mayfly.yaml")
          .all()
          .forEach(blueprint ->
              blueprint.facts().keys().forEach(key -> placeholders.add(PreviewPage.generic(key))));
    }
    assertThat(page.told("placeholders")).isEqualTo(placeholders);
    Set<String> ofComments = new TreeSet<>(CommentText.SHARED);
    Stream.of(CommentText.values()).forEach(stage -> ofComments.addAll(stage.keys()));
    assertThat(page.told("comment")).isEqualTo(ofComments);
    assertThat(page.told("comment-stages"))
        .isEqualTo(PreviewPage.templates("comment").keySet())
        .hasSameSizeAs(CommentText.values());
    assertThat(page.told("objects")).isEqualTo(PreviewPage.templates("overlay").keySet());
    Set<String> groups = new TreeSet<>();
    Stream.of("overlay", "platform")
        .flatMap(folder -> PreviewPage.templates(folder).values().stream())
        .map(PreviewPage::group)
        .filter(group -> !group.isEmpty() && !OF_NO_CLUSTER.contains(group))
        .forEach(groups::add);
    assertThat(ClusterNeeds.ALL)
        .extracting(ClusterNeeds.Need::apiGroup)
        .containsExactlyElementsOf(groups);
  }

  /** Variables that are no option's: those are on the commands' page. */
  @Test
  void everyVariableIsOnItsPage() throws IOException {
    Set<String> read = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("cli/src/main/java/dev/mayfly"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        for (Matcher one = VARIABLE.matcher(Files.readString(source)); one.find(); ) {
          read.add("`" + one.group(1) + "`");
        }
      }
    }
    assertThat(read).hasSizeGreaterThan(10);
    assertThat(Files.readString(PAGES.resolve("environment.md"))).contains(read);
  }

  private static void isGenerated(String name, String text) throws IOException {
    Path page = PAGES.resolve(name);
    if (GoldenReporter.updating()) {
      Files.writeString(page, text);
    }
    assertThat(page)
        .as("`./verify --update-goldens` writes %s anew; read the difference", page)
        .hasContent(text);
  }
}
