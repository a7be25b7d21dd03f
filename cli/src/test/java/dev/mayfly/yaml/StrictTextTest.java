package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no text, characters that nobody may write, and what a scalar is taken for. */
class StrictTextTest {
  @ParameterizedTest
  @CsvSource({
    "610a62ff63, 2:2, `t` is not valid UTF-8",
    "c080, 1:1, `t` is not valid UTF-8",
    "610ae282ac80, 2:2, `t` is not valid UTF-8",
    "feff0061, '', `t` is UTF-16; only UTF-8 is read",
    "fffe6100, '', `t` is UTF-16; only UTF-8 is read",
    "fffe0000, 1:1, `t` is not valid UTF-8",
    "fffe0061, '', `t` is UTF-16; only UTF-8 is read",
    "fffe6100620000, '', `t` is UTF-16; only UTF-8 is read",
    "fffd61, 1:1, `t` is not valid UTF-8",
    "fefe61, 1:1, `t` is not valid UTF-8",
    "ff, 1:1, `t` is not valid UTF-8",
    "fffe, '', `t` is UTF-16; only UTF-8 is read",
    "610a0a620d, 3:2, the file holds a carriage return",
    "c3a4610a6200, 2:2, the file holds a NUL character",
    "61efbbbf, 1:2, the file holds a byte order mark",
    "611f, 1:2, the file holds the control character U+001F",
    "617f, 1:2, the file holds the control character U+007F",
    "61c29f, 1:2, the file holds the control character U+009F"
  })
  void whatIsRefusedHasItsPlace(String hex, String place, String said) {
    assertThat(new YamlReader(Budget.ADMIN).read("t", HexFormat.of().parseHex(hex)).problems())
        .singleElement()
        .satisfies(it -> {
          Location at = it.location();
          assertThat(it.message()).isEqualTo(said);
          assertThat(at).hasToString(place.isEmpty() ? "t" : "t:" + place);
          assertThat(place.isEmpty() || at.endColumn() == at.column() + 1).isTrue();
          assertThat(it.hint().contains("LF line ends")).isEqualTo(said.contains("carriage"));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"61c2a0", "61", "6109", "610a", "617e", "c3a4", "efbfbd"})
  void allElseIsText(String hex) {
    assertThat(new YamlReader(Budget.ADMIN).read("t", HexFormat.of().parseHex(hex)).problems())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\ufffe', false",
    "'\uffff', false",
    "'\ufeff', true",
    "'\u0085', true",
    "'\u0084', false",
    "'\u0086', false",
    "'\u009f', false",
    "'\u001f', false",
    "'\u0009', true",
    "'\ufffd', true",
    "'\u007e', true"
  })
  void lenientReadersTakeWhatYamlMayHold(String character, boolean taken) {
    assertThat(
            StrictText.check(new Source("t", "a" + character + "b"), Budget.LINT).problem() == null)
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"a🎉b, false", "'', false"})
  void wholeCharactersArePaired(String text, boolean unpaired) {
    assertThat(StrictText.hasUnpairedSurrogate(text)).isEqualTo(unpaired);
    assertThat(StrictText.hasUnpairedSurrogate(text + "\ud83c")).isTrue();
    assertThat(StrictText.hasUnpairedSurrogate("\udf89" + text)).isTrue();
    assertThat(StrictText.hasUnpairedSurrogate("\ud800\udc00\ud83c\udf89")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "-, STRING", "+, STRING", "0x, STRING", "0o, STRING", "0xg, STRING", "0o8, STRING",
    "0x1F, INTEGER", "0o7, INTEGER", "0o0, INTEGER", "-0, INTEGER", "+7, INTEGER", "7a, STRING",
    ".5, FLOAT", "+.5, FLOAT", "-.5, FLOAT", "5., FLOAT", "a.5, STRING", "5.5.5, STRING",
    ".nan, FLOAT", "., STRING", "1e5, FLOAT", "7/, STRING", "7:, STRING", "/7, STRING"
  })
  void plainScalarsHaveAType(String text, ScalarType type) {
    assertThat(ScalarType.ofPlain(text)).isEqualTo(type);
  }

  /** Longer integers, padded ones and those with signs are judged by expressions. */
  @ParameterizedTest
  @CsvSource({
    "0, false",
    "-7, false",
    "-, false",
    "00, true",
    "-00, true",
    "07, true",
    "123456789012345678, false",
    "1234567890123456789, true",
    "-123456789012345678, false",
    "1234567890123456a, false",
    "+7, false",
    "+07, true",
    "+1:0, true",
    "1:0, true",
    "a1:0, false",
    ".5, false",
    "+.5, false",
    "-.5, false",
    "~, false"
  })
  void readersOfOldAndNewAgreeOnFewNumbers(String text, boolean disagree) {
    assertThat(PlainScalars.readersDisagree(text)).isEqualTo(disagree);
  }

  @ParameterizedTest
  @CsvSource({
    "'! 7', true, STRING", "'!!str 7', true, STRING", "'!!int 7', true, INTEGER",
    "'!x 7', true, INTEGER", "'!x 7', false, STRING", "'!!int 7', false, INTEGER"
  })
  void aTagMayMakeAString(String value, boolean lint, ScalarType type) {
    Node node =
        new YamlReader(lint ? Budget.LINT : Budget.GO)
            .read(new Source("t", "a: " + value))
            .documents()
            .getFirst();
    assertThat(((ScalarNode) node.at("a")).type()).isEqualTo(type);
  }

  @Test
  void documentsMayBeEmptyTextAndAnchorsHaveNames() {
    YamlReader reader = new YamlReader(new Budget(400, 3, 100, true));
    assertThat(reader.read(new Source("t", "\"\"")).documents()).hasSize(1);
    assertThat(reader.read(new Source("t", "# a")).documents()).isEmpty();
    Node node = reader.read(new Source("t", "a: &x 1\nb: &y 2\nc: *x\n")).documents().getFirst();
    assertThat(node.textAt("c")).isEqualTo("1");
    assertThat(reader.read(new Source("t", "{a: {b: {}}, c: {d: {}}, e: [[], [], []]}")).problems())
        .isEmpty();
  }

  @Test
  void listsInListsAreIndented() {
    Tree inner = new Tree.Mapping(new TreeMap<>(Map.of("a", number(1), "b", number(2))));
    Tree list = new Tree.Sequence(List.of(inner, new Tree.Sequence(List.of(number(3), number(4)))));
    assertThat(YamlWriter.write(list)).isEqualTo("- a: 1\n  b: 2\n- - 3\n  - 4\n");
    assertThat(JsonWriter.pretty(new Tree.Sequence(List.of(list))))
        .contains("[\n  [\n    {\n      \"a\": 1,\n");
    assertThat(YamlWriter.write(new Tree.Mapping(Map.of("k", new Tree.Text("~x\ny~\n")))))
        .isEqualTo("k: |\n  ~x\n  y~\n");
    assertThat(YamlWriter.write(new Tree.Text("\uffff"))).isEqualTo("\"\\uFFFF\"\n");
    for (String half : List.of("\ud800", "\udfff")) {
      assertThatIllegalArgumentException().isThrownBy(() -> YamlWriter.write(new Tree.Text(half)));
    }
    byte[] crlf = "a\r\nb\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(ForeignText.plain(crlf)).asString(StandardCharsets.UTF_8).isEqualTo("a\nb\n");
  }

  private static Tree number(long value) {
    return new Tree.Number(value);
  }
}
