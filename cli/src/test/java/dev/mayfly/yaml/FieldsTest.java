package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A map is read strictly: each field with its type, and no other field. */
class FieldsTest {
  private static final Syntax WORD = Syntax.of("[a-z]+", "a word");
  private static final Colour[] COLOURS = Colour.values();
  private final ReadFields read = new ReadFields();

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
        "{}          |   | 1:1 the field `a` is missing",
        "{a: 7}      |   | 1:5 expected a string, found `7` (put it in quotes)",
        "{a: ~}      |   | 1:5 expected a string, found null",
        "{a: [b]}    |   | 1:5 expected a string, found a list",
        "{a: yes}    | yes | 1:5 YAML 1.1 and 1.2 readers disagree on `yes` (put it in quotes)",
        "{a: B}      | B | 1:5 `B` is not a word",
        "{a: b, c: d}| b | 1:8 unknown key `c` (did you mean `a`?)",
        "{b: c}      |   | 1:2 unknown key `b` (did you mean `a`?)",
        "[a]         |   | 1:1 expected a map, found a list"
      })
  void texts(String yaml, String value, String said) {
    String found = read.whole(yaml, fields -> fields.text("a", WORD));
    assertThat(found).isEqualTo(value == null ? "" : value);
    assertThat(read.said()).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource({"a, 1:5", "c, 1:1", "'', 1:1"})
  void severalFieldsTogetherMayBeWrong(String key, String place) {
    read.whole(
        "{a: b}",
        fields -> {
          fields.error("pair", key, "`a` goes with `c`", "add it");
          return fields.text("a", WORD);
        });
    assertThat(read.said()).containsExactly(place + " `a` goes with `c` (add it)");
  }

  @Test
  void whatIsLongIsNotRepeated() {
    String eighty = "B".repeat(80);
    read.whole(
        "{a: " + eighty + ", b: B" + eighty + "}",
        fields -> {
          fields.text("a", WORD);
          return fields.text("b", WORD);
        });
    read.whole(
        "{a: " + "7".repeat(80) + ", b: " + "7".repeat(81) + "}",
        fields -> {
          fields.text("a", WORD);
          return fields.text("b", WORD);
        });
    assertThat(read.said())
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
        "{}         | 1 | 1:1 the field `a` is missing"
      })
  void integersHaveBounds(String yaml, int value, String said) {
    int found = read.whole(yaml, fields -> fields.requiredInteger("a", 1, 9));
    assertThat(found).isEqualTo(value);
    assertThat(read.said()).isEqualTo(said == null ? List.of() : List.of(said));
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
    boolean found = read.whole(yaml, fields -> fields.flag("a", true));
    assertThat(found).isEqualTo(value);
    assertThat(read.said()).isEqualTo(said == null ? List.of() : List.of(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{a: dark-blue, b: c} | DARK_BLUE | c | ",
        "{a: red}   | RED | | 1:1 the field `b` is missing",
        "{b: c}     | RED | c | 1:1 the field `a` is missing",
        "{d: e}     | RED | | 1:2 unknown key `d` (did you mean `a` or `b`?)",
        "{a: gren, d: e} | RED | | 1:5 `gren` is not allowed here (did you mean `red`?)",
        "{a: [], d: e}   | RED | | 1:5 a list is not allowed here (allowed here: `dark-blue`, `red`)"
      })
  void theWordThatDecidesIsSaidAlone(String yaml, Colour colour, String text, String said) {
    String found =
        read.whole(
            yaml, fields -> fields.requiredChoice("a", COLOURS) + " " + fields.text("b", WORD));
    assertThat(found).isEqualTo(colour + " " + (text == null ? "" : text));
    assertThat(read.said()).isEqualTo(said == null ? List.of() : List.of(said));
  }
}
