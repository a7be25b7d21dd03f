package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static ReadResult read(String json) {
    return new JsonReader(Budget.EVENT).read("x.json", json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void keepsTheTextAndTheKindOfEveryScalar() {
    Node node = read("[7, 7.0, 1e3, -0, \"7\", true, null, \"\"]").single(Fault.RENDERING);
    assertThat(((ListNode) node).items())
        .extracting(item -> ((ScalarNode) item).text() + " " + item.describe())
        .containsExactly(
            "7 an integer",
            "7.0 a number",
            "1e3 a number",
            "-0 an integer",
            "7 a string",
            "true a boolean",
            "null null",
            " a string");
  }

  @Test
  void countsLinesAndColumnsInCodePoints() {
    Node node = read("{\n  \"🎉\": [\"🎉\", 5]}").single(Fault.RENDERING);
    Location five = ((ListNode) node.at("🎉")).items().get(1).location();
    assertThat(five).hasToString("x.json:2:14");
    Problem problem = read("{\n \"a\" 5}").problems().getFirst();
    assertThat(problem.id()).isEqualTo("json-syntax");
    assertThat(problem.location().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a': 1}",
        "[1,]",
        "{\"a\": 1,}",
        "[01]",
        "[+1]",
        "[.5]",
        "[NaN]",
        "[0x1]",
        "/* */ 1",
        "[1] 2",
        "\"a\nb\"",
        "\"\\x41\"",
        "tru",
        "{a: 1}",
        "- a",
        "\u0000",
        "[1 2]"
      })
  void refusesWhatIsNotJson(String text) {
    assertThat(read(text).problems()).extracting(Problem::id).containsExactly("json-syntax");
  }

  /** An error at the very first character stands there; without a place it is the file's. */
  @Test
  void pointsAtTheFirstCharacterToo() {
    assertThat(read("]").problems().getFirst().location()).hasToString("x.json:1:1");
  }

  @Test
  void theLastOfTwoEqualKeysCountsToGo() {
    String twice = "{\"a\": 1, \"b\": 2, \"a\": 3}";
    byte[] bytes = twice.getBytes(StandardCharsets.UTF_8);
    Node node = new JsonReader(Budget.GO).read("x", bytes).single(Fault.RENDERING);
    assertThat(((MapNode) node).keys()).containsExactly("b", "a");
    assertThat(node.textAt("a")).isEqualTo("3");
    assertThat(read(twice).problems()).extracting(Problem::id).containsExactly("duplicate-key");
  }

  /** Three tokens make an empty map under a key, and two a value are allowed. */
  @Test
  void tokensAreCountedToo() {
    JsonReader reader = new JsonReader(new Budget(1_000, 32, 10, false));
    String list = "[0" + ",0".repeat(8) + "]";
    String map = "{\"a\":{},\"b\":{},\"c\":{},\"d\":{},\"e\":{},\"f\":{},\"g\":{}}";
    assertThat(reader.read("x", list.getBytes(StandardCharsets.UTF_8)).problems()).isEmpty();
    assertThat(reader.read("x", map.getBytes(StandardCharsets.UTF_8)).problems())
        .extracting(Problem::id)
        .containsExactly("too-large");
  }

  @Test
  void refusesOtherEncodings() {
    assertThat(
            new JsonReader(Budget.EVENT)
                .read("x", "[1]".getBytes(StandardCharsets.UTF_16LE))
                .problems())
        .hasSize(1);
    assertThat(
            new JsonReader(Budget.EVENT)
                .read("x", new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'})
                .problems())
        .extracting(Problem::id)
        .containsExactly("encoding");
  }

  @Test
  void writesWhatItReadsBack() {
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        int c = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x100);
        text.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 'x' : c);
      }
      Map<String, Tree> entries = new LinkedHashMap<>();
      entries.put(text.toString(), new Tree.Text(text.toString()));
      entries.put(
          text + "n", new Tree.Sequence(List.of(new Tree.Number(round), new Tree.Bool(true))));
      String json = JsonWriter.write(new Tree.Mapping(entries));
      assertThat(json).matches("[ -~]*");
      Node node = read(json).single(Fault.RENDERING);
      assertThat(node.textAt(text.toString())).isEqualTo(text.toString());
    }
  }

  @Test
  void writesAnUnpairedSurrogateAsAReplacement() {
    assertThat(JsonWriter.write(new Tree.Text("a\ud800b\udc00"))).isEqualTo("\"a\\ufffdb\\ufffd\"");
  }

  @Test
  void survivesRandomBytes() {
    Random random = new Random(5);
    byte[] seed =
        "{\"a\": [1, \"\\u00e4\", null], \"b\": {\"c\": -1.5e3}}".getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = seed.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      ReadResult result = new JsonReader(Budget.EVENT).read("x", bytes);
      assertThat(result.documents().size() + result.problems().size()).isEqualTo(1);
    }
  }
}
