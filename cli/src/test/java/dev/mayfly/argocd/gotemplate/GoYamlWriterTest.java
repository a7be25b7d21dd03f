package dev.mayfly.argocd.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as {@code sigs.k8s.io/yaml} 1.6.0 was seen to write them. */
class GoYamlWriterTest {
  private static final String[][] WRITTEN =
      new String[][] {
        {"a\nb", "|-\n  a\n  b"},
        {"a\nb\n", "|\n  a\n  b"},
        {"a\nb\n\n", "|+\n  a\n  b\n"},
        {"a\n\nb", "|-\n  a\n\n  b"},
        {"a\n", "|\n  a"},
        {" a", "' a'"},
        {"a ", "'a '"},
        {"---", "'---'"},
        {"---a", "'---a'"},
        {"...", "'...'"},
        {"...x", "'...x'"},
        {"-", "'-'"},
        {"- a", "'- a'"},
        {"-a", "-a"},
        {"?a", "?a"},
        {"? a", "'? a'"},
        {":a", ":a"},
        {": a", "': a'"},
        {"a: b", "'a: b'"},
        {"a:", "'a:'"},
        {"a :b", "a :b"},
        {"a #b", "'a #b'"},
        {"a#b", "a#b"},
        {"#a", "'#a'"},
        {",", "','"},
        {"[a]", "'[a]'"},
        {"{a}", "'{a}'"},
        {"&a", "'&a'"},
        {"*a", "'*a'"},
        {"!a", "'!a'"},
        {"|", "'|'"},
        {"|a", "'|a'"},
        {">a", "'>a'"},
        {"'a'", "'''a'''"},
        {"\"a\"", "'\"a\"'"},
        {"%a", "'%a'"},
        {"@a", "'@a'"},
        {"`a`", "'`a`'"},
        {"a'b", "a'b"},
        {"a\"b", "a\"b"},
        {"\t", "\"\\t\""},
        {"a\tb", "\"a\\tb\""},
        {"\r", "\"\\r\""},
        {"a\rb", "\"a\\rb\""},
        {"\u00a0", "\u00a0"},
        {"\ufeff", "\"\\uFEFF\""},
        {"a\ufeff", "\"a\\uFEFF\""},
        {"\ud83d\ude00", "\"\\U0001F600\""},
        {"1:30", "\"1:30\""},
        {"12:30:45", "\"12:30:45\""},
        {"190:20:30.15", "\"190:20:30.15\""},
        {"2001-01-01", "\"2001-01-01\""},
        {"=", "="},
        {"~", "\"~\""},
        {"null", "\"null\""},
        {"yes", "\"yes\""},
        {"Yes", "\"Yes\""},
        {"on", "\"on\""},
        {"0x1f", "\"0x1f\""},
        {"0o17", "\"0o17\""},
        {"1e3", "\"1e3\""},
        {".5", "\".5\""},
        {"1_000", "\"1_000\""},
        {"-.inf", "\"-.inf\""},
        {".nan", "\".nan\""},
        {"+1", "\"+1\""},
        {"true", "\"true\""},
        {"y", "\"y\""},
        {"n", "\"n\""},
        {"", "\"\""},
        {" ", "' '"},
        {"  ", "'  '"},
        {"\u00e9", "\u00e9"},
        {"0b1", "\"0b1\""},
        {"1.", "\"1.\""},
        {"08", "\"08\""},
        {"-0", "\"-0\""},
        {"a,b", "a,b"},
        {"[", "'['"},
        {"]", "']'"},
        {"}", "'}'"},
        {"a]", "a]"},
        {"-1-", "-1-"},
        {"0.", "\"0.\""},
        {"!!str", "'!!str'"},
        {"\\", "\\"},
        {"a\\n", "a\\n"},
        {"a\n b", "|-\n  a\n   b"},
        {"#\nb", "|-\n  #\n  b"},
        {"a: b\nc", "|-\n  a: b\n  c"},
        {"\"\nx", "|-\n  \"\n  x"},
        {"\n", "|2+\n"},
        {"\n\n", "|2+\n\n"},
        {"\na", "|2-\n\n  a"},
        {" a\nb", "|2-\n   a\n  b"},
        {"a\nb ", "\"a\\nb \""},
        {"a \nb", "\"a \\nb\""},
        {" \n", "\" \\n\""},
        {"<<", "<<"},
        {"2001-1-1 x", "2001-1-1 x"},
        {"2001-1-1 1:2:3.4", "\"2001-1-1 1:2:3.4\""},
        {"2001-02-30", "2001-02-30"},
        {"2001-1-1T1:2:3Z", "\"2001-1-1T1:2:3Z\""},
        {"1e312", "1e312"},
        {"._1e3", "._1e3"},
        {"\u0001", "\"\\x01\""},
        {"\u001b\0", "\"\\e\\0\""},
        {"\ufeffa\u00a0", "\"\\uFEFF\\x61\\_\""},
      };

  @Test
  void textsAreWrittenAsGoWritesThem() throws TemplateStop {
    for (String[] one : WRITTEN) {
      assertThat(GoYamlWriter.write(GoValue.of(one[0]))).isEqualTo(one[1]);
    }
  }

  /** A line ends at the first space beyond its eightieth column, wherever it began. */
  @Test
  void longTextsAreFolded() throws TemplateStop {
    assertThat(GoYamlWriter.write(GoValue.of("a".repeat(80) + " b"))).doesNotContain("\n");
    assertThat(GoYamlWriter.write(GoValue.of("a".repeat(81) + " b"))).endsWith("a\n  b");
    String words = "word ".repeat(18) + "end";
    String folded = "word ".repeat(16).strip() + " word\n  " + "word ".repeat(1) + "end";
    assertThat(GoYamlWriter.write(GoValue.of(words))).isEqualTo(folded);
    assertThat(GoYamlWriter.write(map("k", words)))
        .isEqualTo("k: " + "word ".repeat(16).strip() + "\n  word word end");
    assertThat(GoYamlWriter.write(map("k", "'" + words)))
        .isEqualTo("k: '\'\'" + "word ".repeat(16).strip() + "\n  word word end'");
    assertThat(GoYamlWriter.write(map("k", "\t" + words.replace(" ", "  "))))
        .isEqualTo("k: \"\\t" + "word  ".repeat(12) + "word\n  \\ " + "word  ".repeat(5) + "end\"");
  }

  @Test
  void aKeyOfSeveralLinesOrTooLongIsWrittenApart() throws TemplateStop {
    assertThat(GoYamlWriter.write(map("a\nb", "v"))).isEqualTo("? |-\n  a\n  b\n: v");
    assertThat(GoYamlWriter.write(map("a\rb", "v"))).isEqualTo("? \"a\\rb\"\n: v");
    assertThat(GoYamlWriter.write(map("é".repeat(64), "v"))).isEqualTo("é".repeat(64) + ": v");
    String longer = "é".repeat(64) + "a";
    assertThat(GoYamlWriter.write(map(longer, "v"))).isEqualTo("? " + longer + "\n: v");
  }

  /** JSON does not escape them, and YAML takes them for something else, or for nothing. */
  @Test
  void whatJsonLeavesAndYamlRefusesIsNotWritten() {
    for (String text : new String[] {"\u007f", "a\u0080", "\u009f", "\uffff"}) {
      assertThatThrownBy(() -> GoYamlWriter.write(GoValue.of(text)))
          .hasMessage("`toYaml` takes no control characters");
    }
    for (String text : new String[] {"\u0085", "a\u2028", "\u2029"}) {
      assertThatThrownBy(() -> GoYamlWriter.write(GoValue.of(text)))
          .hasMessage("`toYaml` of a line end that JSON does not have");
    }
  }

  private static GoValue map(String key, String value) {
    return new GoValue.Entries(new TreeMap<>(Map.of(key, GoValue.of(value))), false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ list \"2001-12-14 21:59:43\" \"2001-12-14 25:59:43\" \"2001-12-14 21:61:43\" \"2001-12-14 21:59:61\" \"2001-12-14T25:00:00Z\" \"2001-12-14T21:00:00Z\" \"2001-12-14T21:61:00Z\" \"2001-13-14\" \"2001-12-14\" \"2001-1-1 1:2:3.5\" | toYaml }} ~ - \"2001-12-14 21:59:43\"\\n- 2001-12-14 25:59:43\\n- 2001-12-14 21:61:43\\n- 2001-12-14 21:59:61\\n- 2001-12-14T25:00:00Z\\n- \"2001-12-14T21:00:00Z\"\\n- 2001-12-14T21:61:00Z\\n- 2001-13-14\\n- \"2001-12-14\"\\n- \"2001-1-1 1:2:3.5\"",
        "{{ dict (repeat 90 \"k\") \" x y\" | toYaml }} ~ kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: ' x\\n  y'",
        "{{ dict (repeat 90 \"k\") \"x y \" | toYaml }} ~ kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: 'x\\n  y '",
        "{{ dict (repeat 90 \"k\") \"x  y z\" | toYaml }} ~ kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: x  y\\n  z",
        "{{ dict (repeat 90 \"k\") \"x \\\"y  z: w\\\" \\u0001\" | toYaml }} ~ kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: \"x\\n  \\\"y  z: w\\\" \\x01\"",
        "{{ dict \"a\" (repeat 60 \"word \") | toYaml }} ~ a: 'word word word word word word word word word word word word word word word word\\n  word word word word word word word word word word word word word word word word\\n  word word word word word word word word word word word word word word word word\\n  word word word word word word word word word word word word '",
        "{{ dict \"a\" (print (repeat 60 \"word  \") \"x\") | toYaml }} ~ a: word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  word  x",
        "{{ dict \"a\" (dict \"b\" (print (repeat 40 \"two words  \") \"'x\")) | toYaml }} ~ a:\\n  b: two words  two words  two words  two words  two words  two words  two words  two\\n    words  two words  two words  two words  two words  two words  two words  two words  two\\n    words  two words  two words  two words  two words  two words  two words  two words  two\\n    words  two words  two words  two words  two words  two words  two words  two words  two\\n    words  two words  two words  two words  two words  two words  two words  two words  two\\n    words  'x",
        "{{ list \"\\ufeff\u00ff\u0100\" \"\\ufeffé\\\"\\\\\" | toYaml }} ~ - \"\\uFEFF\\xFF\\u0100\"\\n- \"\\uFEFF\\xE9\\\"\\\\\"",
        "{{ list \"a\\u0001\u00ff\" \"a\\u0007\\u001b\" \"a\\u00a0b\" \"\\u0001\\u00ff\\u0100\" \"\\u001f\" \"\\u0020x\" | toYaml }} ~ - \"a\\x01\u00ff\"\\n- \"a\\a\\e\"\\n- a\u00a0b\\n- \"\\x01\u00ff\u0100\"\\n- \"\\x1F\"\\n- ' x'",
        "{{ list \"\\ufeff\\uffe0\ud83d\ude00\" \"\\ufeff~\\u007e\" | toYaml }} ~ - \"\\uFEFF\\uFFE0\\U0001F600\"\\n- \"\\uFEFF\\x7E\\x7E\"",
        "{{ dict (repeat 90 \"k\") \"xyz \" | toYaml }} ~ kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: 'xyz '",
        "{{ dict (repeat 90 \"k\") \"\\u0001xyz \" | toYaml }} ~ kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk: \"\\x01xyz \""
      })
  void printsWhatGoPrints(String answer) {
    int at = answer.indexOf(" ~ ");
    assertThat(GoTemplateTest.render(answer.substring(0, at)).replace("\n", "\\n"))
        .isEqualTo(answer.substring(at + 3));
  }
}
