package dev.mayfly.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.diagnostic.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is written is read back as it was, by every reader that will see it. */
class YamlWriterTest {
  private static final List<String> TRAPS =
      List.of(
          "",
          " ",
          "y",
          "Y",
          "n",
          "N",
          "yes",
          "Yes",
          "YES",
          "no",
          "No",
          "NO",
          "on",
          "On",
          "off",
          "OFF",
          "true",
          "True",
          "TRUE",
          "false",
          "null",
          "Null",
          "NULL",
          "~",
          "0",
          "7",
          "-1",
          "+1",
          "007",
          "0123",
          "01234567",
          "08",
          "0o14",
          "0x1F",
          "0b11",
          "1_000",
          "12:30",
          "12:30:45",
          "190:20:30",
          "1e3",
          "1E3",
          "1234e56",
          "12e4567",
          "00000000",
          ".5",
          "1.",
          "1.0",
          "6.02e23",
          ".inf",
          "-.INF",
          ".NaN",
          "nan",
          "2026-01-01",
          "2026-01-01T00:00:00Z",
          "=",
          "<<",
          "+",
          "-",
          "- a",
          "a: b",
          "a #b",
          "#",
          "&a",
          "*a",
          "!a",
          "!!str a",
          "%YAML",
          "@a",
          "`a`",
          "{",
          "}",
          "[a]",
          "{{ .x }}",
          "${x}",
          "|",
          ">",
          "? a",
          ": a",
          "'",
          "\"",
          "\\",
          "\\n",
          "a'b\"c",
          "---",
          "...",
          "--- a",
          "\n",
          "a\n",
          "a\nb",
          "a\nb\n",
          "\na\n",
          " a\nb\n",
          "a \nb\n",
          "a\n\nb\n",
          "a\n\n",
          "a\n b\n",
          "\t",
          "a\tb",
          "\ta\nb\n",
          "\r\n",
          "a\r\n",
          "\u0000",
          "\u0007",
          "\u001b[1m",
          "\u007f",
          "\u0080",
          "\u0085",
          "\u00a0",
          "\u00ad",
          "\u00e4",
          "\u0130stanbul",
          "\u200b",
          "\u2028",
          "\u2029",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "\uffff",
          "\ue000",
          "\ud83d\ude00",
          "\udb40\udc01",
          " lead",
          "trail ",
          "a  b",
          "x".repeat(5000),
          "a ".repeat(3000));

  /** YAML's own limit for a key on one line is 1,024 characters; Kubernetes allows 317. */
  private static final int LONGEST_KEY = 317;

  private static final String ALPHABET =
      "yn01:.-_+eExXoO~#&*!|>%@`'\"\\{}[],? \t\n\r\u0085\u2028\u00e4\u001b\ud83d\ude00aAzZ";

  @Test
  void ourReaderReadsItBack() {
    for (String text : texts()) {
      Node read = read(YamlWriter.write(document(List.of(text))));
      assertThat(read.textAt("value")).isEqualTo(text);
      if (text.length() <= LONGEST_KEY) {
        assertThat(((MapNode) read.at("map")).keys()).containsExactly(text);
      }
      assertThat(((ScalarNode) ((ListNode) read.at("list")).items().getFirst()).text())
          .isEqualTo(text);
    }
  }

  @Test
  void noUnquotedScalarIsReadInTwoWays() {
    List<String> seen = new ArrayList<>();
    for (String text : texts()) {
      ScalarNode scalar = (ScalarNode) read(YamlWriter.write(document(List.of(text)))).at("value");
      if (scalar.plain()) {
        assertThat(scalar.isAmbiguous()).as(text).isFalse();
        assertThat(scalar.type()).as(text).isEqualTo(ScalarType.STRING);
        seen.add(text);
      }
    }
    assertThat(seen).isNotEmpty();
  }

  @Test
  void numbersAndFlagsStayWhatTheyAre() {
    Map<String, Tree> entries = new LinkedHashMap<>();
    entries.put("number", new Tree.Number(Long.MIN_VALUE));
    entries.put("flag", new Tree.Bool(false));
    entries.put("empty", new Tree.Mapping(Map.of()));
    entries.put("none", new Tree.Sequence(List.of()));
    assertThat(YamlWriter.write(new Tree.Mapping(entries)))
        .isEqualTo("number: -9223372036854775808\nflag: false\nempty: {}\nnone: []\n");
  }

  @Test
  void jacksonReadsItBack() {
    List<String> texts = texts();
    JsonNode read = new YAMLMapper().readTree(YamlWriter.write(document(texts)));
    assertThat(strings(read.get("list"))).isEqualTo(texts);
    assertThat(strings(read.get("values"))).isEqualTo(texts);
  }

  @Test
  @Tag("slow")
  void pyYamlReadsItBack() throws Exception {
    assumeTrue(hasPyYaml(), "python3 with PyYAML is not installed");
    List<String> texts = texts();
    Process python =
        python(
            "import sys, json, yaml; json.dump(yaml.safe_load(sys.stdin.buffer.read()),"
                + " sys.stdout)");
    try (var in = python.getOutputStream()) {
      in.write(YamlWriter.write(document(texts)).getBytes(StandardCharsets.UTF_8));
    }
    String json = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).isZero();
    JsonNode read = new JsonMapper().readTree(json);
    assertThat(strings(read.get("list"))).isEqualTo(texts);
    assertThat(strings(read.get("values"))).isEqualTo(texts);
  }

  @Test
  void aLoneSurrogateCannotBeWritten() {
    assertThatThrownBy(() -> YamlWriter.write(new Tree.Text("a\ud83d")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRuleOfTwoReadersKnowsTheTraps() {
    for (String disagreed :
        List.of(
            "yes",
            "on",
            "NO",
            "y",
            "0123",
            "08",
            "1_000",
            "12:30",
            "1e3",
            "0x1F",
            "0b11",
            "2026-01-01")) {
      assertThat(read("value: " + disagreed).at("value"))
          .isInstanceOfSatisfying(
              ScalarNode.class, s -> assertThat(s.isAmbiguous()).as(disagreed).isTrue());
    }
    for (String agreed : List.of("true", "7", "-1", "1.5", "null", "abc", "a:b", "1.2.3")) {
      assertThat(read("value: " + agreed).at("value"))
          .isInstanceOfSatisfying(
              ScalarNode.class, s -> assertThat(s.isAmbiguous()).as(agreed).isFalse());
    }
  }

  /**
   * The traps, each also with a letter before and after it, and many more of the same characters.
   */
  private static List<String> texts() {
    List<String> texts = new ArrayList<>(TRAPS);
    TRAPS.forEach(trap -> texts.add("a" + trap));
    TRAPS.forEach(trap -> texts.add(trap + "z"));
    Random random = new Random(66);
    int[] characters = ALPHABET.codePoints().toArray();
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      int length = 1 + random.nextInt(8);
      for (int k = 0; k < length; k++) {
        text.appendCodePoint(characters[random.nextInt(characters.length)]);
      }
      texts.add(text.toString());
    }
    return texts.stream().distinct().toList();
  }

  private static Tree document(List<String> texts) {
    Map<String, Tree> entries = new LinkedHashMap<>();
    if (texts.size() == 1) {
      entries.put("value", new Tree.Text(texts.getFirst()));
      if (texts.getFirst().length() <= LONGEST_KEY) {
        entries.put("map", new Tree.Mapping(Map.of(texts.getFirst(), new Tree.Number(1))));
      }
    }
    Map<String, Tree> values = new LinkedHashMap<>();
    texts.forEach(text -> values.put("k" + values.size(), new Tree.Text(text)));
    entries.put("values", new Tree.Mapping(values));
    entries.put("list", new Tree.Sequence(texts.stream().<Tree>map(Tree.Text::new).toList()));
    return new Tree.Mapping(entries);
  }

  private static Node read(String yaml) {
    return new YamlReader(Budget.ADMIN)
        .read("written.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .single(Fault.RENDERING);
  }

  /** The strings of a list, or the values of a map. */
  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(item -> {
      assertThat(item.isString()).as("%s", item).isTrue();
      strings.add(item.stringValue());
    });
    return strings;
  }

  private static boolean hasPyYaml() throws Exception {
    try {
      return python("import yaml").waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Process python(String program) throws IOException {
    return new ProcessBuilder("python3", "-c", program)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
