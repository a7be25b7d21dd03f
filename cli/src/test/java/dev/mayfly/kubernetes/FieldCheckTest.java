package dev.mayfly.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Source;
import dev.mayfly.kubernetes.FieldFault.Why;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.GoScalar;
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
              @1 text=s mode=s(fast|slow) int=i number=n flag=b port=x amount=q part=Q size=t limits={container}q free=* list=[]@0 map={}s
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
        "amount: 0.5",
        "amount: -1.5e3",
        "part: 500m",
        "part: 2",
        "size: '20'",
        "size: .5Gi",
        "limits: {cpu: 1, memory: 1Gi, nvidia.com/gpu: 1, hugepages-2Mi: 4Mi}",
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
        "text: 5 | UNQUOTED | `text` is an integer, not a string",
        "text: 1.10 | UNQUOTED | `text` is a number, not a string",
        "text: y | UNQUOTED | `text` is a boolean, not a string",
        "text: [] | WRONG_TYPE | `text` is a list, not a string",
        "mode: 'off' | NOT_ALLOWED | `mode` is not one of `fast`, `slow`",
        "mode: off | WRONG_TYPE | `mode` is a boolean, not one of `fast`, `slow`",
        "int: 2.5 | WRONG_TYPE | `int` is a number, not an integer",
        "int: '2' | WRONG_TYPE | `int` is a string, not an integer",
        "number: x | WRONG_TYPE | `number` is a string, not a number",
        "flag: 'true' | WRONG_TYPE | `flag` is a string, not a boolean",
        "port: 2.5 | WRONG_TYPE | `port` is a number, not an integer or a string",
        "amount: true | WRONG_TYPE | `amount` is a boolean, not a quantity",
        "amount: 20GB | NOT_ALLOWED | `amount` is not a quantity",
        "amount: '' | NOT_ALLOWED | `amount` is not a quantity",
        "part: 0.5 | WRONG_TYPE | `part` is a number, not an integer or a quantity in quotes",
        "part: 1 Gi | NOT_ALLOWED | `part` is not a quantity",
        "size: 20 | WRONG_TYPE | `size` is an integer, not a quantity in a string",
        "size: 20GiB | NOT_ALLOWED | `size` is not a quantity",
        "limits: {mem: 1Gi} | UNKNOWN | `mem` is not a resource that `limits` can name",
        "limits: {memory: 1GB} | NOT_ALLOWED | `limits.memory` is not a quantity",
        "list: {a: b} | WRONG_TYPE | `list` is a map, not a list",
        "list: [{}] | MISSING | `list[0].name` is missing",
        "list: [{name: null}] | MISSING | `list[0].name` is missing",
        "list: [{name: a, nmae: b}] | UNKNOWN | `nmae` is not a field of `list[0]`",
        "map: {a: 5} | UNQUOTED | `map.a` is an integer, not a string",
        "txet: a | UNKNOWN | `txet` is not a field of this kind",
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
    assertThat(check("mode: other").getFirst().hint()).isEmpty();
    assertThat(check("mode: off").getFirst().hint()).isEqualTo("write one of `fast`, `slow`");
    assertThat(check("text: []").getFirst().hint()).isEmpty();
    assertThat(check("int: 2.5").getFirst().hint()).isEmpty();
    assertThat(check("int: '{{ .n }}'").getFirst().hint()).contains("`templatePatch`");
    assertThat(check("amount: 20GB").getFirst().hint()).isEqualTo("did you mean `20G`?");
    assertThat(check("amount: 20GiB").getFirst().hint()).isEqualTo("did you mean `20Gi`?");
    assertThat(check("amount: lots").getFirst().hint()).contains("`2Gi`");
    assertThat(check("part: 0.5").getFirst().hint()).isEqualTo("quote it");
    assertThat(check("size: 20").getFirst().hint()).isEqualTo("quote it");
    assertThat(check("limits: {cup: 1}").getFirst().hint()).contains("`cpu`");
  }

  @Test
  void aFaultPointsAtTheFieldAndNotAtItsBlock() {
    assertThat(check("list: [{nmae: a, name: b}]").getFirst().location().column()).isEqualTo(9);
    assertThat(check("list: [{other: a}]").getLast().location().column()).isEqualTo(9);
    assertThat(check("text: 5").getFirst().location().column()).isEqualTo(7);
  }

  @Test
  void aFieldOfAnotherLevelIsNamedThere() {
    FieldType kind =
        KindTable.parse(
                """
                kind t Kind @4
                @0 depth=i labels={}s
                @1 labels={}s
                @2 blue=@0 green=@1
                @3 next=@2
                @4 spec=@3
                """)
            .kind("t", "Kind")
            .orElseThrow();
    assertThat(hint(kind, "spec: {next: {labels: {}}}"))
        .isEqualTo("`labels` is a field of `spec.next.blue`");
    assertThat(hint(kind, "spec: {next: {green: {}, labels: {}}}"))
        .isEqualTo("`labels` is a field of `spec.next.green`");
    assertThat(hint(kind, "spec: {next: {blue: {labels: {depth: x}, next: 1}}}"))
        .isEqualTo("`next` is a field of `spec`");
    assertThat(hint(kind, "spec: {next: {blues: {}}}")).isEqualTo("did you mean `blue`?");
    assertThat(hint(kind, "labels: {}")).isEqualTo("`labels` is a field of `spec.next.blue`");
    assertThat(hint(kind, "spec: {other: {}}")).isEqualTo("allowed here: `next`");
  }

  private static String hint(FieldType kind, String text) {
    return FieldCheck.check(yaml(text), kind).getLast().hint();
  }

  @Test
  void whatKustomizeReadsOtherwiseIsReadAsKustomizeWritesIt() {
    Node node = yaml("{text: y, flag: yes, mode: on, int: 0x1F}");
    assertThat(FieldCheck.check(node, TYPE, "", node, GoScalar::afterKustomize))
        .extracting(FieldFault::message)
        .containsExactly(
            "`flag` is a string, not a boolean", "`mode` is not one of `fast`, `slow`");
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
