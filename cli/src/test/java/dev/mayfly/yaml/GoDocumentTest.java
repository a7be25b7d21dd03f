package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDocumentTest {
  private static ReadResult read(String text) {
    return GoDocument.read(new Source("a.yaml", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "y|true",
        "\"y\"|y",
        "OFF|false",
        "12|12",
        "012|10",
        "0x1F|31",
        "1e3|1000",
        "1.5|1.5",
        "a|a"
      })
  void everyKeyBecomesAString(String written, String key) {
    Node document = read(written + ": v").documents().getFirst();
    assertThat(((MapNode) document).keys()).containsExactly(key);
  }

  @Test
  void theLastOfEqualKeysCounts() {
    MapNode map = (MapNode) read("a: 1\nb: 2\na: 3\nyes: 4\ntrue: 5\n").documents().getFirst();
    assertThat(map.textAt("a")).isEqualTo("3");
    assertThat(map.textAt("true")).isEqualTo("5");
    assertThat(map.keys()).containsExactlyInAnyOrder("a", "b", "true");
    byte[] json = "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8);
    ReadResult read = new JsonReader(Budget.GO).read("a.json", json);
    assertThat(read.documents().getFirst().textAt("a")).isEqualTo("2");
    assertThat(new JsonReader(Budget.LINT).read("a.json", json).problems()).isNotEmpty();
  }

  @Test
  void utf16IsReadInBothOrders() {
    for (var charset :
        new java.nio.charset.Charset[] {
          StandardCharsets.UTF_16, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE
        }) {
      byte[] bytes = (charset == StandardCharsets.UTF_16 ? "a: ü" : "\uFEFFa: ü").getBytes(charset);
      assertThat(GoDocument.read("a", bytes).documents().getFirst().textAt("a")).isEqualTo("ü");
    }
  }

  @Test
  void aMarkOfUtf16IsReadInFilesOfAnySizeThatIsRead() {
    assertThat(GoDocument.read("a", new byte[] {(byte) 0xFE, (byte) 0xFF}).problems()).isEmpty();
    assertThat(Stream.of(Budget.GO.bytes(), Budget.GO.bytes() + 2))
        .map(size -> Arrays.copyOf(new byte[] {(byte) 0xFE, (byte) 0xFF}, size))
        .map(bytes -> GoDocument.read("a", bytes).problems().getFirst().id())
        .containsExactly("character", "too-large");
  }

  @Test
  void aKeyThatIsNotFollowedKeepsItsText() {
    assertThat(((MapNode) read("1e6: a\n1e7: b").documents().getFirst()).keys())
        .containsExactly("1e6", "1e7");
  }

  /** The double next to 2^53 + 1 is 2^53. */
  @Test
  void aNumberThatADoubleCannotHoldStaysAsItIsWritten() {
    Node read = read("[0x1FFFFFFFFFFFFF, 0x20000000000001]").documents().getFirst();
    assertThat(NodeValues.texts(GoDocument.asJson(read)))
        .extracting(ScalarNode::text)
        .containsExactly("9007199254740991", "0x20000000000001");
  }

  @Test
  void aTagThatNobodyKnowsMakesAString() {
    assertThat(GoScalar.of((ScalarNode) read("!str 5").documents().getFirst()))
        .isEqualTo(new GoScalar.Text("5"));
  }

  @ParameterizedTest
  @CsvSource({".inf", "-.INF", ".nan"})
  void jsonHasNoInfinity(String number) {
    assertThat(read("a: " + number).problems()).extracting(Problem::id).containsExactly("number");
    assertThat(read("a: '" + number + "'").problems()).isEmpty();
  }

  @Test
  void aKeyCannotBeNull() {
    assertThat(read("~: a").problems()).extracting(Problem::id).containsExactly("key-type");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yes|Flag[value=true]",
        "n|Flag[value=false]",
        "~|Nothing[]",
        "Null|Nothing[]",
        "0777|Number[value=511.0]",
        "0o17|Number[value=15.0]",
        "0b11|Number[value=3.0]",
        "-0x10|Number[value=-16.0]",
        "1_000|Number[value=1000.0]",
        "089|Number[value=89.0]",
        "1e3|Number[value=1000.0]",
        ".5|Number[value=0.5]",
        "1:30|Text[value=1:30]",
        "2020-01-02|Text[value=2020-01-02]",
        "yEs|Text[value=yEs]",
        "1.2.3|Text[value=1.2.3]"
      })
  void aPlainScalarIsReadByYaml11(String text, String value) {
    assertThat(GoScalar.of(new ScalarNode(text, true, Location.ofFile("a"))).toString())
        .isEqualTo(value);
    assertThat(GoScalar.of(new ScalarNode(text, false, Location.ofFile("a"))))
        .isEqualTo(new GoScalar.Text(text));
  }
}
