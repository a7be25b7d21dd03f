package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much is read, to the last one that is, and what only lenient readers take. */
class BudgetTest {
  private static final Budget SMALL = new Budget(40, 3, 6, false);
  private static final Budget LENIENT = new Budget(400, 3, 8, true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[[[a]]]             | ",
        "[[[[a]]]]           | t:1:4 nested deeper than 3 levels",
        "[[a], [b], c]       | ",
        "[[a], [b], c, d]    | t:1:15 more than 6 values in one file",
        "[[[]], [[]]]        | ",
        "a: &x b             | t:1:4 an anchor is not allowed here",
        "a: *x               | t:1:4 an alias is not allowed here",
        "a: !!str b          | t:1:4 a tag is not allowed here",
        "a: !!map {}         | t:1:4 a tag is not allowed here",
        "a: !x []            | t:1:4 a tag is not allowed here",
        "<<: {a: b}          | t:1:1 a merge key is not allowed here",
        "a: b~a: c           | t:2:1 duplicate key `a` in one map",
        "[a]: b              | t:1:1 a key must be a string",
        "a: \"\\ud83c\"      | t:1:4 this escape makes half a character",
        "a: \tb\u0001c       | t:1:6 the file holds the control character U+0001",
        "a: b\u009fc         | t:1:5 the file holds the control character U+009F",
        "a: b\u00a0c         | "
      })
  void strictly(String yaml, String said) {
    assertThat(said(SMALL, yaml)).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a: &x [b]~c: *x     | ",
        "a: &x [b, c]~d: *x  | t:2:4 more than 8 values in one file",
        "a: *x               | t:1:4 unknown alias `x`: no complete anchor of this name stands above",
        "a: &x [*x]          | t:1:8 unknown alias `x`: no complete anchor of this name stands above",
        "a: &x b~---~c: *x   | t:3:4 unknown alias `x`: no complete anchor of this name stands above",
        "a: !!int 7          | ",
        "a: !x b             | t:1:4 Kubernetes readers do not agree on the tag `!x`",
        "a: !!set {}         | t:1:4 Kubernetes readers do not agree on the tag `tag:yaml.org,2002:set`",
        "%YAML 1.2~---~a: b  | ",
        "a: b§~              | ",
        "a: b\u0085c         | t:1:5 the character U+0085 ends a line for Kubernetes, and not for every reader",
        "a: b\u0080c         | t:1:5 the file holds the control character U+0080",
        "a: b\u007fc         | t:1:5 the file holds the control character U+007F"
      })
  void leniently(String yaml, String said) {
    assertThat(said(LENIENT, yaml)).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource({"40, true", "41, false"})
  void bytesAreCounted(int length, boolean fits) {
    byte[] bytes = ("a: " + "b".repeat(length - 3)).getBytes(StandardCharsets.UTF_8);
    assertThat(new YamlReader(SMALL).read("t", bytes).problems().isEmpty()).isEqualTo(fits);
    byte[] json = ("\"" + "b".repeat(length - 2) + "\"").getBytes(StandardCharsets.UTF_8);
    assertThat(new JsonReader(SMALL).read("t", json).problems().isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[[[1]]]         | ",
        "[1, 2, 3, 4, 5] | ",
        "[1, 2, 3, 4, 5, 6] | too-large",
        "[[[[1]]]]       | too-large",
        "{\"a\": 1, \"b\": 2, \"a\": 3} | duplicate-key",
        "                | json-syntax"
      })
  void jsonIsCountedToo(String json, String id) {
    List<String> said =
        new JsonReader(SMALL)
                .read("t", (json == null ? "" : json).getBytes(StandardCharsets.UTF_8))
                .problems()
                .stream()
                .map(Problem::id)
                .toList();
    assertThat(said).isEqualTo(id == null ? List.of() : List.of(id));
  }

  @ParameterizedTest
  @CsvSource({"'', `t` holds 0 documents, null", "a: b~---~c: d, `t` holds 2 documents, t:3:1"})
  void oneDocumentIsWanted(String yaml, String message, String place) {
    ReadResult read = new YamlReader(LENIENT).read(new Source("t", yaml.replace('~', '\n')));
    ProblemsException said =
        catchThrowableOfType(ProblemsException.class, () -> read.single(Fault.RENDERING));
    assertThat(said).hasMessage(message + " where one is expected");
    assertThat(String.valueOf(said.problems().getFirst().location())).isEqualTo(place);
    assertThat(said.fault()).isEqualTo(Fault.RENDERING);
  }

  @Test
  void mergedEntriesCountUnlessTheyAreWrittenOut() {
    Node node =
        new YamlReader(Budget.LINT)
            .read(new Source("t", "{<<: [{a: 1, b: 2}, {b: 3, c: 4}], c: 5, <<d: 6}"))
            .documents()
            .getFirst();
    assertThat(JsonWriter.write(Trees.of(node))).isEqualTo("{\"a\":1,\"b\":2,\"c\":5,\"<<d\":6}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{a: 1, <<: {b: 2}, b: 3}       | ",
        "{a: 1, <<: {b: 2}, b: 3, a: 4} | t:1:26 duplicate key `a` in one map",
        "{<<: {b: 2}, b: 3, b: 4}       | t:1:20 duplicate key `b` in one map",
        "{<<: {b: 2}, <<: {c: 3}}       | t:1:14 duplicate key `<<` in one map",
      })
  void whatIsMergedIsNoDuplicate(String yaml, String said) {
    assertThat(said(Budget.LINT, yaml)).isEqualTo(said == null ? List.of() : List.of(said));
  }

  private static List<String> said(Budget budget, String yaml) {
    return new YamlReader(budget)
        .read(new Source("t", yaml.replace('~', '\n').replace('§', '\r'))).problems().stream()
            .map(it -> it.location() + " " + it.message())
            .toList();
  }
}
