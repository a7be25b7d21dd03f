package dev.mayfly.argocd.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What expressions take away, as gojq 0.12.19 was seen to delete it. */
class JqDeletionTest {
  private static final GoValue.Entries SPEC =
      map(
          "numbers",
          GoValue.list(List.of(number(1), number(2), number(3))),
          "fractions",
          GoValue.list(List.of(number(1.5), number(2.5), number(-0.0))),
          "truths",
          GoValue.list(List.of(GoValue.of(false), GoValue.of(true))),
          "text",
          GoValue.of("x"),
          "map",
          map("b", number(1)),
          "maps",
          GoValue.list(List.of(map("b", number(1), "c", number(0)), map("b", number(2)))),
          "pairs",
          GoValue.list(List.of(pair(false, false), pair(false, true), pair(true, false))));

  private static final GoValue.Entries APPLICATION =
      map(
          "kind",
          GoValue.of("Application"),
          "metadata",
          map("name", GoValue.of("a"), "labels", map("l", GoValue.of("x"))),
          "spec",
          SPEC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        ".spec.numbers[] ~ numbers.2 numbers.1 numbers.0",
        ".spec.numbers[1:] ~ numbers.2 numbers.1",
        ".spec.numbers[] | select(. < 2) ~ numbers.0",
        ".spec.numbers[] | select(. <= 2) ~ numbers.1 numbers.0",
        ".spec.numbers[] | select(. > 2) ~ numbers.2",
        ".spec.numbers[] | select(. >= 2) ~ numbers.2 numbers.1",
        ".spec.fractions[] | select(. == 0) ~ fractions.2",
        ".spec.fractions[] | select(0 == .) ~ fractions.2",
        ".spec.fractions[] | select(. > 2) ~ fractions.1",
        ".spec.truths[] | select(. < true) ~ truths.0",
        ".spec.truths[] | select(. == false) ~ truths.0",
        ".spec.maps[0], .spec.maps[0].b ~ maps.0.b maps.0",
        ".spec.maps[0].b, .spec.maps[0] ~ maps.0.b maps.0",
        "((.spec.map, .spec.text.x) | .b)? ~ map.b",
        ".spec.pairs[] | select(.x or .y) ~ pairs.2 pairs.1",
        ".spec.pairs[] | select(.x and .y) ~ ^^",
        ".spec.pairs[] | select(.x != .y) ~ pairs.2 pairs.1",
        ".spec | select(.text == \"x\") | .map ~ map",
        "select(.metadata.name == \"a\") | .spec.map ~ map",
        "select(.metadata.annotations == null) | .spec.map ~ map",
      })
  void takesWhatJqTakes(String expression, String paths) throws JqStop {
    assertThat(deleted(expression)).isEqualTo(paths);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        ".status ~ reads `status`, which is not known here",
        "select(.metadata | has(\"uid\")) | .spec ~ looks at all of the Application, which is not known here",
        ".spec.map | ~ ends too early",
        ".spec | keys ~ is not followed at `keys`",
        ".metadata.name ~ takes away what tells the Application from others",
      })
  void saysWhatItDoesNotFollow(String expression, String reason) {
    assertThatThrownBy(() -> deleted(expression))
        .isInstanceOfSatisfying(JqStop.class, stop -> assertThat(stop.reason()).isEqualTo(reason));
  }

  @Test
  void anExpressionHasALongestAndADeepest() throws JqStop {
    String longest = ".spec.map" + " ".repeat((1 << 16) - 9);
    assertThat(deleted(longest)).isEqualTo("map");
    assertThatThrownBy(() -> deleted(longest + " ")).hasMessageContaining("is longer than");
    String deepest = "(".repeat(99) + ".spec.map" + ")".repeat(99);
    assertThat(deleted(deepest)).isEqualTo("map");
    assertThat(deleted(deepest + ", " + deepest)).isEqualTo("map");
    assertThatThrownBy(() -> deleted("(" + deepest + ")")).hasMessageContaining("too deeply");
    assertThat(deleted(String.join(",", Collections.nCopies(101, "(.spec.map)")))).isEqualTo("map");
  }

  @Test
  void whatTakesManyStepsIsGivenUp() {
    GoValue many = GoValue.list(Collections.nCopies(100_001, GoValue.of(true)));
    for (String expression : List.of(".spec.many | ..", "select(1 == .spec.many[])")) {
      assertThatThrownBy(() -> JqDeletion.paths(expression, map("spec", map("many", many))))
          .hasMessage("takes more than 100000 steps");
    }
  }

  private static String deleted(String expression) throws JqStop {
    List<String> paths = new ArrayList<>();
    for (List<String> path : JqDeletion.paths(expression, APPLICATION)) {
      assertThat(path.getFirst()).isEqualTo("spec");
      paths.add(String.join(".", path.subList(1, path.size())));
    }
    return String.join(" ", paths);
  }

  private static GoValue number(double value) {
    return new GoValue.Fraction(value);
  }

  private static GoValue pair(boolean x, boolean y) {
    return map("x", GoValue.of(x), "y", GoValue.of(y));
  }

  private static GoValue.Entries map(Object... entries) {
    TreeMap<String, GoValue> values = new TreeMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      values.put((String) entries[i], (GoValue) entries[i + 1]);
    }
    return GoValue.map(values);
  }
}
