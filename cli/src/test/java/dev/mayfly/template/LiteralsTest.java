package dev.mayfly.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands for itself keeps its type, and what readers take for two things is refused. */
class LiteralsTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a           | \"a\"",
        "${b}        | \"${b}\"",
        "''          | \"\"",
        "-7          | -7",
        "TRUE        | true",
        "False       | false",
        "~           | null",
        "0.5         | 0.5",
        ".25         | 0.25",
        "-1.50       | -1.50",
        "'1.0'       | \"1.0\"",
        "[1, [a]]    | [1,[\"a\"]]",
        "{a: {b: 1}} | {\"a\":{\"b\":1}}"
      })
  void valuesStandForThemselves(String written, String json) {
    Value read = Literals.of(node("x: " + written), problems);
    assertThat(problems.sorted()).isEmpty();
    assertThat(JsonWriter.write(read.bind(new WrittenOut.Markers())).replaceAll("\\s", ""))
        .isEqualTo("{\"x\":" + json + "}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x: yes     | YAML 1.1 and 1.2 readers disagree on `yes`",
        "on: x      | YAML 1.1 and 1.2 readers disagree on `on`",
        "x: 1.0     | `1.0` is an integer to some readers and a fraction to others",
        "x: 100.00  | `100.00` is an integer to some readers and a fraction to others",
        "x: .inf    | `.inf` has no form that every reader takes for the same number"
      })
  void whatReadersTakeForTwoThingsIsRefused(String written, String said) {
    Literals.of(node(written), problems);
    assertThat(problems.sorted()).extracting(Problem::message).containsExactly(said);
  }

  @ParameterizedTest
  @CsvSource({"~", "1.5"})
  void templatesHaveNoUseForNullAndFractions(String written) {
    assertThat(WrittenOut.problems("x: " + written, new Scope()))
        .extracting(Problem::message)
        .containsExactly("write this as a string, an integer or a boolean");
    assertThat(Template.resolve(node("x: " + written), new Scope(), problems))
        .isInstanceOf(Value.Fields.class);
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes: x        | key-type | the key `yes` is not a string to every YAML reader",
        "7: x          | key-type | the key `7` is not a string to every YAML reader",
        "~: x          | key-type | the key `~` is not a string to every YAML reader",
        "${number}: x  | scalar-type | the key `${number}` is not a string",
        "${sha}: x     | key-depends-on-pull-request | a key must be a string that no pull request decides",
        "a-${sha}: x   | key-depends-on-pull-request | a key must be a string that no pull request decides"
      })
  void keysAreStrings(String written, String id, String said) {
    Scope shared =
        new Scope().put("number", new Value.Num(7)).put("sha", Text.of(new Fact.HeadSha()));
    assertThat(WrittenOut.problems(written + "\nsecond: x", new Scope(shared)))
        .extracting(it -> it.id() + " | " + it.message())
        .containsExactly(id + " | " + said);
  }

  /** Each is said once, and the entry keeps the key that was written. */
  @Test
  void aKeyThatIsRefusedStaysAsItIs() {
    Scope scope = new Scope(new Scope().put("n", new Value.Num(7)).put("nothing", Value.ABSENT));
    scope.put("sha", Text.of(new Fact.HeadSha()));
    for (String key : List.of("yes", "${n}", "${sha}", "${nothing}")) {
      Value.Fields fields =
          (Value.Fields) Template.resolve(node(key + ": x"), scope, new Problems());
      assertThat(fields.entries()).containsOnlyKeys(key);
    }
    assertThat(WrittenOut.rendered("'7': x\n\"yes\": z", new Scope()))
        .isEqualTo("\"7\": x\n\"yes\": z\n");
  }

  private static Node node(String text) {
    return new YamlReader(Budget.ADMIN).read(new Source("t.yaml", text)).documents().getFirst();
  }
}
