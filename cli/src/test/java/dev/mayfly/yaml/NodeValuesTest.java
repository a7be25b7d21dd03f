package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as there, as empty and as true, for each type of value and for none. */
class NodeValuesTest {
  /** The value of the key {@code a}; null where the document has none. */
  private static @Nullable Node value(String yaml) {
    byte[] bytes = ("b: 1\n" + yaml).getBytes(StandardCharsets.UTF_8);
    return new YamlReader(Budget.ADMIN).read("x.yaml", bytes).documents().getFirst().at("a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // yaml         | set   | empty | zero  | true  | false
        "'c: 1'         | false | false | true  | false | false",
        "'a: null'      | false | false | true  | false | false",
        "'a: \"\"'      | false | true  | true  | false | false",
        "'a: x'         | true  | false | false | false | false",
        "'a: 0'         | true  | false | true  | false | false",
        "'a: 1'         | true  | false | false | false | false",
        "'a: true'      | true  | false | false | true  | false",
        "'a: \"true\"'  | true  | false | false | false | false",
        "'a: false'     | true  | false | true  | false | true",
        "'a: \"false\"' | true  | false | false | false | false",
        "'a: {}'        | false | false | true  | false | false",
        "'a: {c: 0}'    | true  | false | true  | false | false",
        "'a: {c: x}'    | true  | false | false | false | false",
        "'a: []'        | false | false | true  | false | false",
        "'a: [0]'       | true  | false | false | false | false"
      })
  void aValueIsWhatItsTypeSays(
      String yaml, boolean set, boolean empty, boolean zero, boolean yes, boolean no) {
    Node node = value(yaml);
    assertThat(NodeValues.isSet(node)).as("set").isEqualTo(set);
    assertThat(NodeValues.isEmpty(node)).as("empty").isEqualTo(empty);
    assertThat(NodeValues.isZero(node)).as("zero").isEqualTo(zero);
    assertThat(NodeValues.isTrue(node)).as("true").isEqualTo(yes);
    assertThat(NodeValues.isFalse(node)).as("false").isEqualTo(no);
  }

  @Test
  void whatIsOfAnotherTypeIsLeftOut() {
    Node list = value("a: [x, {c: d}, [y], null]");
    assertThat(NodeValues.items(list)).hasSize(4);
    assertThat(NodeValues.items(value("a: x"))).isEmpty();
    assertThat(NodeValues.maps(list))
        .singleElement()
        .satisfies(it -> assertThat(it.has("c")).isTrue());
    assertThat(NodeValues.texts(list)).extracting(ScalarNode::text).containsExactly("x", "null");
    assertThat(NodeValues.maps(value("a: []"))).isEmpty();
    assertThat(NodeValues.entries(value("a: {c: d, e: f}"))).hasSize(2);
    assertThat(NodeValues.entries(list)).isEmpty();
  }

  @Test
  void everyScalarIsCollectedKeysToo() {
    assertThat(NodeValues.scalars(value("a: {c: [x, {d: y}], e: z}")))
        .extracting(ScalarNode::text)
        .containsExactly("c", "x", "d", "y", "e", "z");
    assertThat(NodeValues.scalars(null)).isEmpty();
  }

  @Test
  void aTextIsEmptyForAnythingElse() {
    assertThat(NodeValues.text(value("a: x"))).isEqualTo("x");
    assertThat(NodeValues.text(value("a: null"))).isEmpty();
    assertThat(NodeValues.text(value("a: [x]"))).isEmpty();
  }

  @Test
  void whatIsNoStringIsTheEmptyOne() {
    assertThat(NodeValues.strings(value("a: [x, null, {c: d}]"))).containsExactly("x", "", "");
    assertThat(NodeValues.strings(null)).isEmpty();
  }

  @Test
  void everyMapStandsBeforeWhatItHolds() {
    Node node = value("a: {x: {y: 1}, z: [2, {w: {}}, [{v: 3}]]}");
    assertThat(NodeValues.allMaps(node))
        .extracting(map -> map.entries().stream().map(it -> it.key().text()).toList().toString())
        .containsExactly("[x, z]", "[y]", "[w]", "[]", "[v]");
    assertThat(NodeValues.allMaps(value("a: 1"))).isEmpty();
  }
}
