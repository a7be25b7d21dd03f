package dev.mayfly.template;

import static dev.mayfly.template.WrittenOut.bytes;
import static dev.mayfly.template.WrittenOut.problems;
import static dev.mayfly.template.WrittenOut.rendered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mayfly.diagnostic.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Substitution on the parsed tree: no value can change the structure, and nothing is guessed. */
class TemplateTest {
  @Test
  void wholePlaceholderTakesTheTypeOfItsValue() {
    Scope scope =
        new Scope()
            .put("text", "on")
            .put("number", new Value.Num(8080))
            .put("flag", new Value.Bool(true))
            .put("list", Value.ofAll(List.of("a", "b")))
            .put("map", Value.ofAll(Map.of("k", "v")));
    assertThat(
            rendered(
                """
                text: ${text}
                number: ${number}
                flag: "${flag}"
                list: ${list}
                map: ${map}
                """,
                scope))
        .isEqualTo(
            """
            text: "on"
            number: 8080
            flag: true
            list:
              - a
              - b
            map:
              k: v
            """);
  }

  @Test
  void longerTextTakesStringsAndNumbers() {
    Scope scope = new Scope().put("host", "a.example").put("port", new Value.Num(80));
    assertThat(rendered("url: http://${host}:${port}/${host}", scope))
        .isEqualTo("url: \"http://a.example:80/a.example\"\n");
  }

  @ParameterizedTest
  @CsvSource({"flag", "list", "map", "nothing"})
  void longerTextTakesNothingElse(String key) {
    Scope scope =
        new Scope(
            new Scope()
                .put("flag", new Value.Bool(true))
                .put("list", Value.ofAll(List.of("a")))
                .put("map", Value.ofAll(Map.of()))
                .put("nothing", Value.ABSENT));
    assertThat(problems("a: x${" + key + "}", scope))
        .extracting(Problem::id)
        .containsExactly("value-in-text");
  }

  @Test
  void absentValueLeavesItsEntryOrItemOut() {
    Scope scope = new Scope().put("nothing", Value.ABSENT).put("a", "x");
    assertThat(rendered("m: {gone: \"${nothing}\", a: \"${a}\"}\nl: [\"${nothing}\", b]", scope))
        .isEqualTo("m:\n  a: x\nl:\n  - b\n");
  }

  /** Whatever a value holds stays inside its scalar. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "b\nc: d",
        "\"",
        "'",
        "${other}",
        "$${x}",
        "{{ .x }}",
        ": #",
        "- a",
        "&a",
        "*a",
        "!!str",
        "a: {b: c}",
        "---\nx: y",
        "%YAML 2.0",
        "|",
        ">",
        "\u2028",
        "\u0000",
        "\u202e"
      })
  void valueNeverChangesTheStructure(String hostile) {
    Scope scope = new Scope().put("value", hostile).put("other", Value.ABSENT);
    Value.Fields fields =
        Template.parse("t", bytes("a: ${value}\nb: <${value}>\nc: ${other}")).render(scope);
    assertThat(fields.entries())
        .containsExactly(
            Map.entry("a", Value.of(hostile)),
            Map.entry("b", Value.of(Text.of("<" + hostile + ">"))));
  }

  @Test
  void escapedPlaceholderIsLiteral() {
    Scope scope = new Scope().put("a", "x");
    assertThat(rendered("a: $${a} ${a} $$${a} $5 $", scope))
        .isEqualTo("a: \"${a} x $${a} $5 $\"\n");
  }

  @Test
  void keysTakePlaceholdersToo() {
    Scope scope = new Scope().put("a", "x").put("b", "v");
    assertThat(rendered("${a}-key: ${b}", scope)).isEqualTo("x-key: v\n");
  }

  @Test
  void keyThatComesOutTwiceFails() {
    Scope scope = new Scope().put("a", "x");
    assertThat(problems("x: 1\n${a}: 2", scope))
        .extracting(Problem::id)
        .containsExactly("duplicate-key");
  }

  @Test
  void scalarsKeepTheTypeThatTheyWereWrittenWith() {
    assertThat(rendered("a: 1\nb: \"1\"\nc: true\nd: \"true\"\ne: word\nf: ''", new Scope()))
        .isEqualTo("a: 1\nb: \"1\"\nc: true\nd: \"true\"\ne: word\nf: \"\"\n");
  }

  @Test
  void everyProblemIsReportedAtOnceWithItsPlace() {
    assertThat(rendered("a: b", new Scope(new Scope().put("shared", "unused"))))
        .isEqualTo("a: b\n");
    Scope scope = new Scope().put("used", "x").put("left", "y");
    List<Problem> problems = problems("a: ${used}\nb:\n  - ${usde}\n  - '${open'", scope);
    assertThat(problems)
        .extracting(Problem::id, problem -> String.valueOf(problem.location()))
        .containsExactly(
            tuple("unused-value", "t.yaml"),
            tuple("missing-key", "t.yaml:3:5"),
            tuple("placeholder", "t.yaml:4:6"));
    assertThat(problems.get(1).hint()).contains("`used`");
  }

  @Test
  void untrustedTextStandsInAnnotationsOnly() {
    Scope scope =
        new Scope(new Scope().put("pr.title", Text.of(new Fact.Said("title"))))
            .put("title", Text.of(new Fact.Said("title")));
    assertThat(problems("metadata: {annotations: {a: \"${pr.title}\"}}\nb: \"${title}\"", scope))
        .extracting(Problem::id)
        .containsExactly("untrusted-key");
    assertThat(problems("annotations: {a: \"${pr.title}\", b: \"${title}\"}", scope))
        .extracting(Problem::id)
        .containsExactly("untrusted-key", "untrusted-key");
    assertThat(rendered("metadata: {annotations: {a: \"${pr.title}\", b: \"${title}\"}}", scope))
        .isEqualTo("metadata:\n  annotations:\n    a: \"<title>\"\n    b: \"<title>\"\n");
  }
}
