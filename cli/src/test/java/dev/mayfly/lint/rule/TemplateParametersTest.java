package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which parameters a template may name, by generator, as Argo CD's generators give them. */
class TemplateParametersTest {
  private static final String PULL_REQUEST =
      "pullRequest: {github: {owner: a, repo: b}, values: {env: x}}";
  private static final String FOLDERS = "git: {repoURL: x, revision: y, directories: [{path: a}]}";
  private static final String FILES = "git: {repoURL: x, revision: y, files: [{path: a.json}]}";
  private static final String LIST = "list: {elements: [{a: x, both: y}, {b: z, both: y}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{ .number }}{{ .values.env }};",
        "{{ .values.other }};`.values.other`",
        "{{ .number.x }};`.number.x`",
        "{{ with .values }}{{ .env }}{{ .other }}{{ end }};`.values.other`",
        "{{ range .labels }}{{ .name }}{{ $.head_commit }}{{ end }};`.head_commit`",
        "{{ if hasKey . \"foo\" }}{{ .foo }}{{ end }};",
        "{{ .foo | default \"x\" }};`.foo`",
        "{{ \"{{ .foo }}\" }};",
        "{{/* .foo */}};"
      })
  void ofPullRequests(String text, String missing) {
    assertMissing(PULL_REQUEST, text, missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{{ .path.basename }};",
        "{{ .path.filename }};`.path.filename`",
        "{{ index .path.segments 0 }};",
        "{{ .name }};`.name`"
      })
  void ofFolders(String text, String missing) {
    assertMissing(FOLDERS, text, missing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{{ .path.filename }}{{ .anything.at.all }};", "{{ .path.name }};`.path.name`"})
  void ofFiles(String text, String missing) {
    assertMissing(FILES, text, missing);
  }

  @Test
  void everyElementOfAListNeedsThem() {
    assertMissing(LIST, "{{ .both }}", null);
    assertMissing(LIST, "{{ .c }}", "`.c`");
    assertThat(messages(LIST, "{{ .a }}")).containsExactly("an element of the list lacks `.a`");
    String selected = LIST + ", selector: {matchLabels: {a: x}}";
    assertMissing(selected, "{{ .a }}", null);
  }

  @Test
  void ofAMatrixThoseOfBoth() {
    String matrix = "matrix: {generators: [{%s}, {%s}]}".formatted(FOLDERS, PULL_REQUEST);
    assertMissing(matrix, "{{ .path.path }}{{ .number }}", null);
    assertMissing(matrix, "{{ .server }}", "`.server`");
    String filled = "matrix: {generators: [{%s}, {%s}]}".formatted(LIST, LIST.replace("a:", "b:"));
    assertMissing(filled, "{{ .both }}", null);
  }

  @Test
  void withAPrefixThePathLiesBelowIt() {
    String prefixed = FOLDERS.replace("repoURL", "pathParamPrefix: app, repoURL");
    assertMissing(prefixed, "{{ .app.path.path }}", null);
    assertMissing(prefixed, "{{ .path.path }}", "`.path.path`");
  }

  @Test
  void withoutStrictKeysADefaultHelps() {
    String lenient = set(PULL_REQUEST, "{{ .foo | default \"x\" }}").replace("error", "zero");
    assertThat(RuleExamples.lint(lenient, List.of(RuleCatalog.find("AS004").orElseThrow())))
        .isEmpty();
  }

  private static void assertMissing(String generator, String text, String missing) {
    List<String> messages = messages(generator, text);
    if (missing == null) {
      assertThat(messages).isEmpty();
    } else {
      assertThat(messages).singleElement().asString().startsWith(missing);
    }
  }

  private static List<String> messages(String generator, String text) {
    return RuleExamples.lint(set(generator, text), List.of(RuleCatalog.find("AS004").orElseThrow()))
        .stream()
        .map(Finding::message)
        .toList();
  }

  private static String set(String generator, String text) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: ApplicationSet
    metadata: {name: s, namespace: argocd}
    spec:
      goTemplate: true
      goTemplateOptions: ["missingkey=error"]
      generators: [{%s}]
      template:
        metadata: {name: '%s'}
    """
        .formatted(generator, text);
  }
}
