package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What sigs.k8s.io/yaml 1.6.0 was seen to read, as JSON; a line end is written {@code ^}, and what
 * it refuses is told by the problem.
 */
class GoSyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a: \"\\/\" ~ yaml-syntax",
        "\"b\\/c\": 1 ~ yaml-syntax",
        "a: \"\\\\/\" ~ {\"a\":\"\\\\/\"}",
        "a: '\\/' ~ {\"a\":\"\\\\/\"}",
        "a: \"é\"^b: \"\\/\" ~ yaml-syntax",
        "a: \"it\\'s\" ~ ambiguous-scalar",
        "a: \"\\L\" ~ ambiguous-scalar",
        "a: \"\\P\" ~ ambiguous-scalar",
        "a: \"\\q\" ~ yaml-syntax",
        "%YAML 1.1^---^a: 1 ~ {\"a\":1}",
        "%YAML 1.2^---^a: 1 ~ yaml-syntax",
        "%FOO^---^a: 1 ~ yaml-syntax",
        "%TAG !e! tag:yaml.org,2002:^---^a: !e!int \"3\" ~ {\"a\":3}",
        "# %FOO^---^a: 1 ~ {\"a\":1}",
        "a: 1^---^b: \"\\/\" ~ {\"a\":1}",
        "a: 1^---^: : : ~ {\"a\":1}",
        "[a]] ~ [\"a\"]",
        "a: 1^b ~ yaml-syntax"
      })
  void isReadAsGoReadsIt(String written, String read) {
    assertThat(read(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{a: , b: 1} ~ {\"a\":null,\"b\":1}",
        "{a : , b: } ~ {\"a\":null,\"b\":null}",
        "{a:^, b: 1} ~ {\"a\":null,\"b\":1}",
        "{é😀: , b: [c: ]} ~ {\"b\":[{\"c\":null}],\"é😀\":null}",
        "{\"a\":, b: 1} ~ {\"a\":null,\"b\":1}",
        "{a:, b: 1} ~ ambiguous-scalar",
        "{a :, b: 1} ~ ambiguous-scalar",
        "{a:} ~ ambiguous-scalar",
        "{a ~ yaml-syntax",
        "{a: ~ yaml-syntax",
        "{a:[b]} ~ ambiguous-scalar",
        "{?a : b} ~ ambiguous-scalar"
      })
  void aColonBeforeABlankEndsItsKey(String written, String read) {
    assertThat(read(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a: |^  x ~ {\"a\":\"x\"}",
        "a: |^  x^ ~ {\"a\":\"x\\n\"}",
        "a: |+^  x ~ {\"a\":\"x\"}",
        "a: >^  x^  y ~ {\"a\":\"x y\"}",
        "a: >^  x^^  y ~ {\"a\":\"x\\ny\"}",
        "a: |^  x^  # c ~ {\"a\":\"x\\n# c\"}",
        "a: |^  x^# c ~ {\"a\":\"x\\n\"}",
        "a: |^  x^b: 1 ~ {\"a\":\"x\\n\",\"b\":1}",
        "a: |^  x^  - ~ {\"a\":\"x\\n-\"}",
        "- |^  x^- a ~ [\"x\\n\",\"a\"]"
      })
  void aTextEndsWhereItsLastLineEnds(String written, String read) {
    assertThat(read(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "-\ta ~ yaml-syntax",
        "- -\ta ~ yaml-syntax",
        "- \ta ~ yaml-syntax",
        "`\t# c^a: 1` ~ yaml-syntax",
        "# c\tc^#\tc^a: 1 ~ {\"a\":1}",
        "?\ta ~ yaml-syntax",
        "a: 1^\t^b: 2 ~ yaml-syntax",
        "a: 1^ \t# c^b: 2 ~ yaml-syntax",
        "- |^  x^-\ta ~ yaml-syntax",
        "- |-^-\ta ~ yaml-syntax",
        "\uFEFF-\ta ~ yaml-syntax",
        "é: 1^\t^b: 2 ~ yaml-syntax",
        "a: |^  \tx ~ yaml-syntax",
        "a: |^^  \tx ~ yaml-syntax",
        "a: |2^  \tx ~ {\"a\":\"\tx\"}",
        "a: |-2^  \tx ~ {\"a\":\"\tx\"}",
        "a: |^  x^  \ty^ ~ {\"a\":\"x\\n\ty\\n\"}",
        "a:\t1\t#\tc ~ {\"a\":1}",
        "- a -\tb ~ [\"a -\tb\"]",
        "a: 'x^ \ty' ~ {\"a\":\"x y\"}",
        "a: [1,^\t2] ~ {\"a\":[1,2]}",
        "# -\tc^a: 1 # ^\t^ ~ yaml-syntax",
        "# -\tc^a: 1 #?\tc ~ {\"a\":1}",
        "--- \ta ~ \"a\"",
        "&x a: b^*x: c ~ ambiguous-scalar",
        "&x a:^  *x: c ~ ambiguous-scalar"
      })
  void aTabStandsNowhereAKeyMayBegin(String written, String read) {
    assertThat(read(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: |^  x^ ", "a: |^  x^  "})
  void blanksBehindATextAreNotOfIt(String written) {
    assertThat(read(written)).isEqualTo("{\"a\":\"x\\n\"}");
    assertThat(read(written + "  ")).startsWith("{\"a\":\"x\\n ").doesNotContain(" \\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{a: 5, <<: {a: 1, b: 2}, b: 7} ~ {\"a\":1,\"b\":7}",
        "{c: 0, <<: [{a: 1}, {a: 2, c: 3}]} ~ {\"a\":1,\"c\":3}",
        "{<<: {a: 1}, <<: {a: 2, b: 3}} ~ {\"a\":2,\"b\":3}",
        "{<<: [[{a: 1}]]} ~ yaml-syntax",
        "{<<: , b: 1} ~ yaml-syntax",
        "1.50: a ~ {\"1.5\":\"a\"}",
        ".5: a ~ {\"0.5\":\"a\"}",
        "1.0: a ~ {\"1\":\"a\"}",
        "0.0: a ~ {\"0\":\"a\"}",
        "123456.789: a ~ {\"123456.79\":\"a\"}",
        "123456789012345678: a ~ {\"123456789012345678\":\"a\"}",
        "9007199254740993: a ~ {\"9007199254740993\":\"a\"}",
        "0.0001: a ~ {\"0.0001\":\"a\"}",
        "1e6: a ~ ambiguous-scalar",
        "1e-5: a ~ ambiguous-scalar",
        "-0.0: a ~ ambiguous-scalar",
        "18446744073709551615: a ~ ambiguous-scalar",
        "a: 0x10000000000000000 ~ {\"a\":\"0x10000000000000000\"}",
        "a: -0x8000000000000001 ~ {\"a\":\"-0x8000000000000001\"}",
        "a: 0x10 ~ {\"a\":16}"
      })
  void keysAreMergedAndPrintedAsByGo(String written, String read) {
    assertThat(read(written)).isEqualTo(read);
  }

  static String read(String written) {
    ReadResult read = GoDocument.read(new Source("a.yaml", written.replace('^', '\n')));
    return read.problems().stream()
        .findFirst()
        .map(Problem::id)
        .orElseGet(() -> json(GoDocument.asJson(read.documents().getFirst())));
  }

  private static String json(Node node) {
    return switch (node) {
      case MapNode map ->
          map.entries().stream()
              .map(it -> text(it.key().text()) + ":" + json(it.value()))
              .sorted()
              .collect(Collectors.joining(",", "{", "}"));
      case ListNode list ->
          list.items().stream().map(GoSyntaxTest::json).collect(Collectors.joining(",", "[", "]"));
      case ScalarNode scalar ->
          switch (GoScalar.of(scalar)) {
            case GoScalar.Nothing ignored -> "null";
            case GoScalar.Text(String text) -> text(text);
            default -> scalar.text();
          };
    };
  }

  private static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\n", "\\n") + '"';
  }
}
