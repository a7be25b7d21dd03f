package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact characters of what is written, and the types of what is read. */
class WrittenTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "z", "A", "Z", "a0", "a9", "a.b", "a_b", "a/b", "a-b", "aZ", "yesn"})
  void wordsStandPlain(String text) {
    assertThat(YamlWriter.write(new Tree.Text(text))).isEqualTo(text + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "0", "@a", "[a", "`a", "{a", "a:", "a@", "a[", "a`", "a{", "a b", "a,b", "yes", "NaN",
        "inf", "Null", "ä"
      })
  void allElseStandsInQuotes(String text) {
    assertThat(YamlWriter.write(new Tree.Text(text))).isEqualTo("\"" + text + "\"\n");
  }

  @Test
  void whatIsNotSeenIsEscaped() {
    String text =
        "\"\\\n\t\r \u0000\u001f~\u007f\u0085\u00a0\u00ad\u2028\u202e\ue000🎉\udb40\udc41";
    assertThat(YamlWriter.write(new Tree.Text(text)))
        .isEqualTo(
            "\"\\\"\\\\\\n\\t\\r \\x00\\x1F~\\x7F\\x85\u00a0\\xAD\\u2028\\u202E\\uE000🎉\\U000E0041\"\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'a~b~', true",
    "'a~', true",
    "' a~', false",
    "'~', false",
    "'~~', false",
    "'~a~', false",
    "'a~b', false",
    "'a b', false",
    "'a~~', false",
    "'a ~b~', false",
    "'a b~', true",
    "'a~~b~', true",
    "'ä~', false",
    "'a\u007f~', false",
    "'a\u001f~', false"
  })
  void linesOfPlainTextStandAsABlock(String text, boolean block) {
    String written =
        YamlWriter.write(new Tree.Mapping(Map.of("k", new Tree.Text(text.replace('~', '\n')))));
    assertThat(written.startsWith("k: |\n")).isEqualTo(block);
    assertThat(
            block ? written.contains("\n  " + text.split("~")[0] + "\n") : written.endsWith("\"\n"))
        .isTrue();
    assertThat(written.lines().noneMatch(line -> line.endsWith(" "))).isTrue();
  }

  @Test
  void jsonIsWrittenForPeopleAndForRequests() {
    Tree tree =
        new Tree.Mapping(
            new TreeMap<>(
                Map.of(
                    "a", new Tree.Sequence(List.of(new Tree.Number(1), new Tree.Null())),
                    "b", new Tree.Mapping(Map.of()),
                    "c", new Tree.Sequence(List.of()),
                    "d", new Tree.Text("x \"\\\n\u001f~\u007fä"),
                    "e", new Tree.Bool(true))));
    assertThat(JsonWriter.pretty(tree))
        .isEqualTo(
            """
            {
              "a": [
                1,
                null
              ],
              "b": {},
              "c": [],
              "d": "x \\"\\\\\\n\\u001f~\\u007f\\u00e4",
              "e": true
            }
            """);
    assertThat(JsonWriter.write(tree))
        .isEqualTo(
            "{\"a\":[1,null],\"b\":{},\"c\":[],\"d\":\"x \\\"\\\\\\n\\u001f~\\u007f\\u00e4\",\"e\":true}");
    assertThat(JsonWriter.write(new Tree.Text("🎉"))).isEqualTo("\"\\ud83c\\udf89\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83c", "\udf89", "\ud83c\ud83c", "\udf89\ud83c", "a\ud83c"})
  void halfACharacterIsReplaced(String text) {
    String written = JsonWriter.write(new Tree.Text(text));
    assertThat(written.replace("a", "").replace("\"", "").replace("\\ufffd", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "~, null",
    "'', null",
    "Null, null",
    "True, true",
    "FALSE, false",
    "-12, -12",
    "+12, 12",
    "0x1f, 31",
    "0o17, 15",
    "0x, '\"0x\"'",
    "0o8, '\"0o8\"'",
    "+, '\"+\"'",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775808",
    "1.50, 1.50",
    "-.5e1, -5",
    ".inf, '\".inf\"'",
    "-.INF, '\"-.INF\"'",
    ".nan, '\".nan\"'",
    "1., 1",
    "1.2.3, '\"1.2.3\"'",
    "a, '\"a\"'"
  })
  void scalarsAreTypedByTheCoreSchema(String text, String json) {
    Node node =
        new YamlReader(Budget.LINT).read(new Source("t", "k: " + text)).documents().getFirst();
    assertThat(JsonWriter.write(Trees.of(node))).isEqualTo("{\"k\":" + json + "}");
  }

  @Test
  void marksAndLineEndsOfOthersMeanNothing() {
    byte[] plain = "a\nb\r".getBytes(StandardCharsets.UTF_8);
    assertThat(ForeignText.plain(plain)).isSameAs(plain);
    assertThat(ForeignText.plain("\ufeffa\r\nb\r".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(plain);
    assertThat(ForeignText.plain("\ufeff".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(ForeignText.plain(new byte[] {(byte) 0xEF, (byte) 0xBB}))
        .containsExactly(0xEF, 0xBB);
  }
}
