package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a schema and a typed model are given for a scalar. */
class JsonTreeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x                     | STRING  |             | "x"
          "7"                   | STRING  |             | "7"
          ~                     | NULL    |             | null
          true                  | BOOLEAN |             | true
          False                 | BOOLEAN |             | false
          7                     | NUMBER  | INT         | 7
          2147483647            | NUMBER  | INT         | 2147483647
          -2147483648           | NUMBER  | INT         | -2147483648
          2147483648            | NUMBER  | LONG        | 2147483648
          -2147483649           | NUMBER  | LONG        | -2147483649
          999999999999999999    | NUMBER  | LONG        | 999999999999999999
          +999999999999999999   | NUMBER  | LONG        | 999999999999999999
          1.5                   | NUMBER  | BIG_DECIMAL | 1.5
          .inf                  | NUMBER  | DOUBLE      | "NaN"
          .nan                  | NUMBER  | DOUBLE      | "NaN"
          """)
  void aScalarBecomesTheNarrowestValueThatHoldsIt(
      String scalar, String type, @Nullable String number, String json) {
    Problems problems = new Problems();
    JsonNode node = tree(scalar, problems);
    assertThat(node.getNodeType()).hasToString(type);
    assertThat(node.isNumber() ? node.numberType().name() : null).isEqualTo(number);
    assertThat(node).hasToString(json);
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    ".5e99999999999, \".5e99999999999\"",
    ".5e-2147483648, \".5e-2147483648\"",
    ".0e+99999999999, \".0e+99999999999\"",
    ".5e1000, \".5e1000\"",
    "1., \"1.\"",
    "yes, \"yes\"",
    "-0, \"-0\"",
    "0x1f, \"0x1f\"",
    "1000000000000000000, \"1000000000000000000\""
  })
  void whatReadersDisagreeOnIsAProblem(String scalar, String json) {
    Problems problems = new Problems();
    assertThat(tree(scalar, problems)).hasToString(json);
    assertThat(problems.sorted()).extracting(Problem::id).isEqualTo(List.of("ambiguous-scalar"));
  }

  private static JsonNode tree(String scalar, Problems problems) {
    byte[] bytes = scalar.getBytes(StandardCharsets.UTF_8);
    Node node = new YamlReader(Budget.ADMIN).read("f", bytes).documents().getFirst();
    return new JsonTree(problems).of(node);
  }
}
