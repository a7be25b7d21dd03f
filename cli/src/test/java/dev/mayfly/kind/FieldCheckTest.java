package dev.mayfly.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.kind.FieldFault.Why;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Trees;
import dev.mayfly.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCheckTest {
  private static final FieldType TYPE =
      KindTable.parse(
              """
              kind t Kind @1
              @0 name!=s
              @1 text=s mode=s(fast|slow) int=i number=n flag=b port=x amount=q free=* list=[]@0 map={}s
              """)
          .kind("t", "Kind")
          .orElseThrow();

  private static Node yaml(String text) {
    return new YamlReader(Budget.LINT).read(new Source("a.yaml", text)).documents().getFirst();
  }

  private static List<FieldFault> check(String text) {
    return FieldCheck.check(yaml(text), TYPE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "text: a",
        "text: '5'",
        "text: null",
        "text: ~",
        "mode: fast",
        "int: 3",
        "int: 3.0",
        "number: 3",
        "number: 2.5",
        "flag: yes",
        "port: 80",
        "port: http",
        "amount: 1Gi",
        "amount: 2",
        "free: {a: [1, x]}",
        "list: [{name: a}]",
        "list: []",
        "map: {a: b}"
      })
  void whatFitsIsNoFault(String text) {
    assertThat(check(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text: 5 | WRONG_TYPE | `text` is an integer, not a string",
        "text: 1.10 | WRONG_TYPE | `text` is a number, not a string",
        "text: y | WRONG_TYPE | `text` is a boolean, not a string",
        "text: [] | WRONG_TYPE | `text` is a list, not a string",
        "mode: 'off' | NOT_ALLOWED | `mode` is not one of `fast`, `slow`",
        "mode: off | WRONG_TYPE | `mode` is a boolean, not one of `fast`, `slow`",
        "int: 2.5 | WRONG_TYPE | `int` is a number, not an integer",
        "int: '2' | WRONG_TYPE | `int` is a string, not an integer",
        "number: x | WRONG_TYPE | `number` is a string, not a number",
        "flag: 'true' | WRONG_TYPE | `flag` is a string, not a boolean",
        "port: 2.5 | WRONG_TYPE | `port` is a number, not an integer or a string",
        "amount: true | WRONG_TYPE | `amount` is a boolean, not a quantity",
        "list: {a: b} | WRONG_TYPE | `list` is a map, not a list",
        "list: [{}] | MISSING | `list[0].name` is missing",
        "list: [{name: null}] | MISSING | `list[0].name` is missing",
        "list: [{name: a, nmae: b}] | UNKNOWN | `list[0].nmae` is no field of `list[0]`",
        "map: {a: 5} | WRONG_TYPE | `map.a` is an integer, not a string",
        "txet: a | UNKNOWN | `txet` is no field of this kind",
        "[] | WRONG_TYPE | `` is a list, not a map"
      })
  void whatTheApiServerRefusesOrDropsIsAFault(String text, Why why, String message) {
    assertThat(check(text))
        .singleElement()
        .satisfies(fault -> assertThat(fault.why()).isEqualTo(why))
        .satisfies(fault -> assertThat(fault.message()).isEqualTo(message));
  }

  @Test
  void aHintSaysWhatToWrite() {
    assertThat(check("text: 5").getFirst().hint()).isEqualTo("quote it");
    assertThat(check("int: '5'").getFirst().hint()).isEqualTo("write it without quotes");
    assertThat(check("txet: a").getFirst().hint()).contains("`text`");
    assertThat(check("mode: fats").getFirst().hint()).contains("`fast`");
  }

  @Test
  void unknownFieldsAndNullsAreDroppedButWhereAnythingGoes() {
    Node kept =
        FieldPruning.prune(
            yaml(
                "{text: a, x: 1, int: null, free: {y: null}, list: [{name: b, z: 1}], map: {a: b}}"),
            TYPE);
    assertThat(Trees.of(kept))
        .isEqualTo(Trees.of(yaml("{text: a, free: {y: null}, list: [{name: b}], map: {a: b}}")));
  }

  @Test
  void noShapeAnywhereThrows() {
    FieldType set = Kinds.find("argoproj.io/v1alpha1", "ApplicationSet").orElseThrow();
    for (String odd :
        List.of(
            "x",
            "[]",
            "{}",
            "null",
            "[[[]]]",
            "{spec: [x]}",
            "{spec: {generators: [[], 1, null, {list: x}]}}",
            "{? {a: b} : c}")) {
      Node node = new YamlReader(Budget.GO).read(new Source("a", odd)).documents().getFirst();
      assertThat(FieldCheck.check(node, set)).isNotNull();
      assertThat(FieldPruning.prune(node, set)).isNotNull();
    }
  }
}
