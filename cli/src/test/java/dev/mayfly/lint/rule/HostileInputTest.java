package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.mayfly.golden.FullRun;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.yaml.HostileYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a file, the run goes on and the other files are judged. */
class HostileInputTest {
  private static final Linter LINTER = new Linter(RuleCatalog.ALL);
  private static final List<String> VALUES =
      List.of(
          "", " null", " []", " {}", " 7", " [[{a: b}]]", " {a: [1, {}]}", " \"{{ .x\"", " true");

  static Stream<byte[]> hostileFiles() {
    return Stream.of(
            "a: &a [x, x]\nb: &b [*a, *a]\n".repeat(1) + "c: [*b, *b, *b]\napiVersion: v1\n",
            bomb(),
            "[".repeat(100_000),
            "{".repeat(5_000),
            "apiVersion: v1\nkind: List\nitems: {}\n",
            "apiVersion: v1\nkind: !!python/object:os.system x\n",
            "apiVersion: [v1]\nkind: {}\nmetadata: 7\n",
            "? [complex, key]\n: value\napiVersion: v1\n",
            "kind: Kustomization\nresources: {a: b}\n",
            "\u0000\u0001\u0002apiVersion",
            "apiVersion: v1\nkind: ConfigMap\n\tmetadata: {}\n",
            "a: *missing\n",
            "%YAML 9.9\n---\n!%a x\n",
            "apiVersion: v1\r\nkind: ConfigMap\r\nmetadata: {name: x}\r\n",
            "x: " + "y".repeat(2_000_000),
            "",
            "---\n---\n...\n",
            "~\n---\n[apiVersion]\n---\n7\n---\nx\n",
            "\uFEFFapiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the reader's own tests refuse, and the same in wide letters. */
  static Stream<byte[]> readersFiles() {
    return HostileYaml.refused()
        .flatMap(text ->
            Stream.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("apiVersion: v1\nkind: ConfigMap\n" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.UTF_16),
                text.getBytes(StandardCharsets.UTF_16LE)));
  }

  private static String bomb() {
    StringBuilder text = new StringBuilder("apiVersion: v1\na0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      text.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource({"hostileFiles", "readersFiles"})
  void theRunGoesOn(byte[] hostile) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a/hostile.yaml", hostile);
    files.put("a/hostile.json", hostile);
    files.put("a/kustomization.yaml", hostile);
    files.put("a/mayfly.yaml", hostile);
    files.put("previews/shop/pr-17/preview.yaml", hostile);
    files.put(
        "b/good.yaml", bytes("apiVersion: v1\nkind: ConfigMap\nmetadata: {labels: {a: 1}}\n"));
    assertThat(run(files)).extracting(Finding::rule).contains("WL002");
  }

  @Test
  void bytesThatAreNoTextAreReported() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("no-mark.yaml", "a: b".getBytes(StandardCharsets.UTF_16LE));
    files.put("latin.yaml", new byte[] {'a', ':', ' ', (byte) 0xE9});
    assertThat(run(files)).extracting(Finding::rule).containsExactly("YM001", "YM001");
  }

  /** Which programs read such a file is theirs to say. */
  @Test
  void utf16IsNoErrorAndNotPassedOver() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    String text = "\uFEFFapiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, labels: {a: 1}}\n";
    files.put("big.yaml", text.getBytes(StandardCharsets.UTF_16BE));
    files.put("little.yaml", text.getBytes(StandardCharsets.UTF_16LE));
    files.put(
        "object.json",
        "\uFEFF{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}".getBytes(StandardCharsets.UTF_16LE));
    files.put("other.json", "\uFEFF{}".getBytes(StandardCharsets.UTF_16LE));
    assertThat(run(files))
        .hasSize(3)
        .allMatch(it -> it.rule().equals("YM003") && !it.isProven())
        .extracting(it -> it.location().file())
        .containsExactly("big.yaml", "little.yaml", "object.json");
  }

  /** Each field of each example takes a value of another shape: no rule may trip over it. */
  @Test
  void noRuleTripsOverAWrongShape() {
    Random random = new Random(17);
    List<String> examples = new ArrayList<>();
    RuleCatalog.ALL.forEach(
        rule -> CaseSources.read(rule.card().id()).cases().forEach(it -> examples.add(it.text())));
    for (String example : examples) {
      for (int i = 0; i < FullRun.times(12, 1); i++) {
        String broken = broken(example, random);
        assertThatCode(() -> run(RuleExamples.files(broken))).as(broken).doesNotThrowAnyException();
      }
    }
  }

  private static String broken(String example, Random random) {
    List<String> lines = new ArrayList<>(example.lines().toList());
    for (int i = 0; i < 2; i++) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      int colon = line.indexOf(": ");
      String value = VALUES.get(random.nextInt(VALUES.size()));
      if (colon > 0 && !line.startsWith("# file")) {
        lines.set(at, line.substring(0, colon + 1) + value);
      } else if (line.endsWith(":")) {
        lines.set(at, line + value);
      }
    }
    return String.join("\n", lines);
  }

  private static List<Finding> run(Map<String, byte[]> files) {
    return LINTER.run(Corpus.read(files), LintSettings.DEFAULT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
