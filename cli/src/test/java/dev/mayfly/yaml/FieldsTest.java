package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A map is read strictly: each field with its type, and no other field. */
class FieldsTest {
  private static final Syntax WORD = Syntax.of("word", "[a-z]+", "a word");
  private static final Choice<Colour> COLOURS = Choice.of(Colour.values());
  private final Problems problems = new Problems();

  private enum Colour {
    RED,
    DARK_BLUE
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{a: b}      | b | ",
        "{a: 'b'}    | b | ",
        "{}          |   | 1:1 the field `a` is required here",
        "{a: 7}      |   | 1:5 expected a string, found `7` (put it in quotes)",
        "{a: ~}      |   | 1:5 expected a string, found null",
        "{a: [b]}    |   | 1:5 expected a string, found a list",
        "{a: yes}    | yes | 1:5 YAML 1.1 and 1.2 readers disagree on `yes` (put it in quotes)",
        "{a: B}      | B | 1:5 `B` is not a word",
        "{a: b, c: d}| b | 1:8 the key `c` is not known here (did you mean `a`?)",
        "{b: c}      |   | 1:2 the key `b` is not known here (did you mean `a`?)",
        "[a]         |   | 1:1 expected a map, found a list"
      })
  void texts(String yaml, String value, String said) {
    String read = whole(yaml, fields -> fields.text("a", WORD));
    assertThat(read).isEqualTo(value == null ? "" : value);
    assertThat(said()).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @Test
  void whatIsLongIsNotRepeated() {
    String eighty = "B".repeat(80);
    whole(
        "{a: " + eighty + ", b: B" + eighty + "}",
        fields -> {
          fields.text("a", WORD);
          return fields.text("b", WORD);
        });
    whole(
        "{a: " + "7".repeat(80) + ", b: " + "7".repeat(81) + "}",
        fields -> {
          fields.text("a", WORD);
          return fields.text("b", WORD);
        });
    assertThat(said())
        .containsExactlyInAnyOrder(
            "1:5 `" + eighty + "` is not a word",
            "1:90 this is not a word",
            "1:5 expected a string, found `" + "7".repeat(80) + "` (put it in quotes)",
            "1:90 expected a string, found an integer (put it in quotes)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{a: 1}     | 1 | ",
        "{a: +9}    | 9 | ",
        "{a: 0}     | 1 | 1:5 expected an integer from 1 to 9, found `0`",
        "{a: 10}    | 1 | 1:5 expected an integer from 1 to 9, found `10`",
        "{a: 9999999999} | 1 | 1:5 expected an integer from 1 to 9, found `9999999999`",
        "{a: 01}    | 1 | 1:5 expected an integer from 1 to 9, found `01`",
        "{a: '7'}   | 1 | 1:5 expected an integer from 1 to 9, found the string `7`",
        "{a: ~}     | 1 | 1:5 expected an integer from 1 to 9, found null",
        "{a: {}}    | 1 | 1:5 expected an integer from 1 to 9, found a map",
        "{}         | 1 | 1:1 the field `a` is required here"
      })
  void integersHaveBounds(String yaml, int value, String said) {
    int read = whole(yaml, fields -> fields.requiredInteger("a", 1, 9));
    assertThat(read).isEqualTo(value);
    assertThat(said()).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}         | true  | ",
        "{a: false} | false | ",
        "{a: TRUE}  | true  | ",
        "{a: 'false'} | true | 1:5 expected true or false, found the string `false`",
        "{a: no}    | true  | 1:5 expected true or false, found `no`"
      })
  void flagsHaveADefault(String yaml, boolean value, String said) {
    boolean read = whole(yaml, fields -> fields.flag("a", true));
    assertThat(read).isEqualTo(value);
    assertThat(said()).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{a: dark-blue, b: c} | DARK_BLUE | c | ",
        "{a: red}   | RED | | 1:1 the field `b` is required here",
        "{b: c}     | RED | c | 1:1 the field `a` is required here",
        "{d: e}     | RED | | 1:2 the key `d` is not known here (did you mean `a` or `b`?)",
        "{a: gren, d: e} | RED | | 1:5 `gren` is not allowed here (did you mean `red`?)",
        "{a: [], d: e}   | RED | | 1:5 a list is not allowed here (allowed here: `dark-blue`, `red`)"
      })
  void theWordThatDecidesIsSaidAlone(String yaml, Colour colour, String text, String said) {
    String read =
        whole(yaml, fields -> fields.requiredChoice("a", COLOURS) + " " + fields.text("b", WORD));
    assertThat(read).isEqualTo(colour + " " + (text == null ? "" : text));
    assertThat(said()).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @Test
  void whatIsOptionalMayBeLeftOut() {
    whole(
        "{}",
        fields -> {
          assertThat(fields.optionalText("a", WORD)).isEmpty();
          assertThat(fields.text("a", WORD, "b")).isEqualTo("b");
          assertThat(fields.texts("a", WORD)).isEmpty();
          assertThat(fields.integers("a", 1, 9)).isEmpty();
          assertThat(fields.textMap("a", WORD, WORD)).isEmpty();
          assertThat(fields.choice("a", COLOURS)).isEmpty();
          assertThat(fields.map("a", it -> 1)).isEmpty();
          assertThat(fields.maps("a", it -> 1)).isEmpty();
          assertThat(fields.<Integer>mapOrEmpty("a", it -> it.integer("b", 1, 9).orElse(7)))
              .isEqualTo(7);
          assertThat(fields.isWhole()).isTrue();
          fields.text("b", WORD);
          assertThat(fields.isWhole()).isFalse();
          return "";
        });
    assertThat(said()).containsExactly("1:1 the field `b` is required here");
  }

  @Test
  void whatIsThereIsReadWhole() {
    whole(
        "{t: [a, b], i: [1, 9], m: {a: b}, c: red, o: {x: v}, l: [{x: v}, {z: v}]}",
        fields -> {
          assertThat(fields.texts("t", WORD)).containsExactly("a", "b");
          assertThat(fields.integers("i", 1, 9)).containsExactly(1, 9);
          assertThat(fields.textMap("m", WORD, WORD)).containsEntry("a", "b").hasSize(1);
          assertThat(fields.choice("c", COLOURS)).contains(Colour.RED);
          Function<Fields, String> x = it -> it.text("x", WORD);
          assertThat(fields.map("o", x)).isEqualTo(Optional.of("v"));
          assertThat(fields.requiredMap("o", x)).isEqualTo("v");
          assertThat(fields.mapOrEmpty("o", x)).isEqualTo("v");
          assertThat(fields.maps("l", x)).containsExactly("v", "");
          assertThat(fields.location("c")).hasToString("t.yaml:1:38");
          assertThat(fields.location("none")).isEqualTo(fields.location());
          return "";
        });
    assertThat(said()).containsExactly("1:67 the key `z` is not known here (did you mean `x`?)");
  }

  @Test
  void shapesAreHeld() {
    whole(
        "{t: a, m: [a], k: {A: b, c: D}, r: 7}",
        fields -> {
          assertThat(fields.texts("t", WORD)).isEmpty();
          assertThat(fields.textMap("m", WORD, WORD)).isEmpty();
          assertThat(fields.textMap("k", WORD, WORD)).containsOnlyKeys("A", "c");
          assertThat(fields.<String>requiredMap("r", it -> it.text("x", WORD))).isEmpty();
          assertThat(fields.<String>requiredMap("s", it -> it.text("x", WORD))).isEmpty();
          return "";
        });
    assertThat(said())
        .containsExactlyInAnyOrder(
            "1:5 expected a list, found a string",
            "1:11 expected a map, found a list",
            "1:20 `A` is not a word",
            "1:29 `D` is not a word",
            "1:36 expected a map, found an integer",
            "1:1 the field `s` is required here");
  }

  private <T> T whole(String yaml, Function<Fields, T> read) {
    Node node =
        new YamlReader(Budget.ADMIN).read(new Source("t.yaml", yaml)).documents().getFirst();
    try (Fields fields = new Fields(node, problems)) {
      return read.apply(fields);
    }
  }

  private List<String> said() {
    return problems.sorted().stream().map(FieldsTest::line).toList();
  }

  private static String line(Problem problem) {
    String place = String.valueOf(problem.location()).replace("t.yaml:", "");
    String hint = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
    return place + " " + problem.message() + hint;
  }
}
