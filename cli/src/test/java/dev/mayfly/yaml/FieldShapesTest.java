package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Fields that hold more than one scalar, and those that may be left out. */
class FieldShapesTest {
  private static final Syntax WORD = Syntax.of("[a-z]+", "a word");
  private static final Colour[] COLOURS = Colour.values();
  private final ReadFields read = new ReadFields();

  private enum Colour {
    RED,
    DARK_BLUE
  }

  @Test
  void whatIsOptionalMayBeLeftOut() {
    read.whole(
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
    assertThat(read.said()).containsExactly("1:1 the field `b` is missing");
  }

  @Test
  void whatIsThereIsReadWhole() {
    read.whole(
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
    assertThat(read.said()).containsExactly("1:67 unknown key `z` (did you mean `x`?)");
  }

  @Test
  void shapesAreHeld() {
    read.whole(
        "{t: a, m: [a], k: {A: b, c: D}, r: 7}",
        fields -> {
          assertThat(fields.texts("t", WORD)).isEmpty();
          assertThat(fields.textMap("m", WORD, WORD)).isEmpty();
          assertThat(fields.textMap("k", WORD, WORD)).containsOnlyKeys("A", "c");
          assertThat(fields.<String>requiredMap("r", it -> it.text("x", WORD))).isEmpty();
          assertThat(fields.<String>requiredMap("s", it -> it.text("x", WORD))).isEmpty();
          return "";
        });
    assertThat(read.said())
        .containsExactlyInAnyOrder(
            "1:5 expected a list, found a string",
            "1:11 expected a map, found a list",
            "1:20 `A` is not a word",
            "1:29 `D` is not a word",
            "1:36 expected a map, found an integer",
            "1:1 the field `s` is missing");
  }

  @Test
  void aFlagThatIsNoneIsItsDefault() {
    assertThat(read.<Boolean>whole("{a: x}", fields -> fields.flag("a", false))).isEqualTo(false);
    assertThat(read.said()).containsExactly("1:5 expected true or false, found `x`");
  }
}
