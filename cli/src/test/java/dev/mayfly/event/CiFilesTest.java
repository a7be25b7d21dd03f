package dev.mayfly.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The action, the workflows and the GitLab template that others run with their tokens. */
class CiFilesTest {
  private static final Path CALLED = Path.of(".github/workflows/preview.yml");

  static Stream<Path> actionsFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".github"))) {
      return files
          .filter(file -> file.startsWith(".github/workflows") || file.endsWith("action.yml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Node read(Path file) throws IOException {
    return new YamlReader(Budget.ADMIN)
        .read(file.toString(), Files.readAllBytes(file))
        .single(Fault.CONFIGURATION);
  }

  /** The texts of a key, wherever it stands. */
  private static List<String> all(Node node, String key) {
    List<String> found = new ArrayList<>();
    switch (node) {
      case MapNode map ->
          map.entries()
              .forEach(entry -> {
                if (entry.key().text().equals(key) && entry.value() instanceof ScalarNode s) {
                  found.add(s.text());
                }
                found.addAll(all(entry.value(), key));
              });
      case ListNode list -> list.items().forEach(item -> found.addAll(all(item, key)));
      case ScalarNode scalar -> {}
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("actionsFiles")
  void pinsEveryActionByItsFullCommit(Path file) throws IOException {
    assertThat(all(read(file), "uses")).allMatch(uses -> uses.matches("\\./.*|[^@]+@[0-9a-f]{40}"));
  }

  @ParameterizedTest
  @MethodSource("actionsFiles")
  void putsNoExpressionIntoAShell(Path file) throws IOException {
    assertThat(all(read(file), "run")).noneMatch(run -> run.contains("${{"));
  }

  @ParameterizedTest
  @MethodSource("actionsFiles")
  void checksOutNothingThatAPullRequestBrings(Path file) throws IOException {
    Node document = read(file);
    assertThat(all(document, "ref")).noneMatch(ref -> ref.contains("github."));
    assertThat(all(document, "repository")).noneMatch(name -> name.contains("github.event"));
    if (!file.endsWith("action.yml")) {
      if (!file.equals(CALLED)) {
        assertThat(document.at("permissions")).isInstanceOf(MapNode.class);
        assertThat(((MapNode) document.at("permissions")).entries()).isEmpty();
      }
      assertThat(all(document, "uses").stream().filter(uses -> uses.contains("checkout")).count())
          .isEqualTo(all(document, "persist-credentials").size());
    }
  }

  /**
   * A called workflow never has more than its caller, and one that asks for more does not start: so
   * the caller lists what the token may, and only who wants deployments gives that right.
   */
  @Test
  void leavesTheRightsOfAPreviewToWhoCallsIt() throws IOException {
    Node called = read(CALLED);
    assertThat(called.at("permissions")).isNull();
    assertThat(called.at("jobs", "preview", "permissions")).isNull();
    Path caller =
        Path.of("golden/init/minimal-github/app-repository/.github/workflows/preview.yml");
    MapNode rights = (MapNode) read(caller).at("jobs", "preview", "permissions");
    assertThat(rights.entries())
        .extracting(entry -> entry.key().text())
        .containsExactly("contents", "pull-requests");
    assertThat(Files.readString(caller))
        .contains("and `deployments: write` with `forge.deployments: true`");
  }

  /** Only its author can change a comment, so all that write one are given the same token. */
  @Test
  void hasOneTokenForTheCommentsOfAppAndGitOpsRepository() throws IOException {
    Path home = Path.of("golden/init/services-github");
    Node app = read(home.resolve("app-repository/.github/workflows/preview.yml"));
    MapNode gitops = (MapNode) read(home.resolve(".github/workflows/mayfly.yml"));
    String token = app.textAt("jobs", "preview", "secrets", "forge-token");
    assertThat(token).isEqualTo("${{ secrets.FORGE_TOKEN }}");
    assertThat(all(gitops.orThis("jobs", "sync"), "forge-token")).containsExactly(token);
    Node called = read(CALLED);
    assertThat(called.textAt("on", "workflow_call", "secrets", "forge-token", "required"))
        .isEqualTo("false");
    assertThat(all(called.orThis("jobs"), "forge-token"))
        .containsExactly("${{ secrets.forge-token || github.token }}");
  }

  @Test
  void givesClosingAGroupOfItsOwn() throws IOException {
    Node preview = read(Path.of(".github/workflows/preview.yml"));
    assertThat(preview.textAt("jobs", "preview", "concurrency", "group"))
        .contains("github.event.action == 'closed'");
    assertThat(preview.textAt("jobs", "preview", "concurrency", "cancel-in-progress"))
        .isEqualTo("false");
  }

  @Test
  void keepsTheGitLabTemplateFromRunningAMergeRequestsCode() throws IOException {
    Node template = read(Path.of("docs/gitlab-ci.yml"));
    assertThat(template.textAt(".mayfly", "variables", "GIT_STRATEGY")).isEqualTo("none");
    assertThat(template.textAt("mayfly-open", "environment", "on_stop")).isEqualTo("mayfly-close");
    assertThat(template.textAt("mayfly-close", "environment", "action")).isEqualTo("stop");
  }

  /** The ref by which the template is included is then the one pin; a release begins here. */
  @Test
  void namesTheVersionOfThisBuild() throws IOException {
    String version =
        Files.readString(Path.of("pom.xml")).replaceAll("(?s).*?<version>(.*?)<.*", "$1");
    assertThat(read(Path.of("docs/gitlab-ci.yml")).textAt("variables", "INSTALL_MAYFLY_VERSION"))
        .isEqualTo(version);
    Pattern named = Pattern.compile("(?:\\bv|MAYFLY_VERSION: \")(\\d+\\.\\d+\\.\\d+)\\b");
    try (Stream<Path> files = Files.walk(Path.of("cli/src/main/resources/init"))) {
      for (Path file : files.filter(it -> it.toString().matches(".*/git.*\\.yml")).toList()) {
        assertThat(
                Files.readString(file)
                    .lines()
                    .filter(line -> !line.contains("actions/checkout"))
                    .flatMap(line -> named.matcher(line).results())
                    .map(match -> match.group(1)))
            .as(file.toString())
            .isNotEmpty()
            .containsOnly(version);
      }
    }
  }

  @Test
  void satisfiesActionlint() throws Exception {
    List<String> command = new ArrayList<>(List.of("actionlint", "-no-color"));
    for (Path folder : List.of(Path.of(".github/workflows"), Path.of("golden/init"))) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .map(Path::toString)
            .filter(file -> file.matches(".*workflows/[^/]+\\.yml"))
            .sorted()
            .forEach(command::add);
      }
    }
    assertThat(command).hasSizeGreaterThan(9);
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.assumeTrue(false, "actionlint is not on the PATH");
      return;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
