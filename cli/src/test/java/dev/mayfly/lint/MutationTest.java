package dev.mayfly.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.golden.FullRun;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.manifest.YamlDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every node of the documents that we know to be good becomes a scalar, a list, a map, nothing: no
 * rule may throw, and the finding about another file in the same run stays.
 */
class MutationTest {
  private static final List<YamlDraft.Raw> VALUES =
      Stream.of(
              "~",
              "7",
              "true",
              "x",
              "\"\"",
              "\"{{ .x\"",
              "[]",
              "[~]",
              "[7, [x], {a: b}]",
              "{}",
              "{a: {b: [c]}}",
              "{\"\": ~}",
              "1e999",
              "\"(a+)+$\"",
              "-9223372036854775809",
              "\"\\u2028\"")
          .map(YamlDraft.Raw::new)
          .toList();

  private static final String CANARY =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: canary}\ndata: {a: 1}\n";

  private static final int AT_ONCE = 400;

  private final List<InputFile> files = new ArrayList<>();
  private int mutants;

  @Test
  void noRuleTripsOverAnyShape() throws IOException {
    Map<String, YamlDraft> documents = documents();
    assertThat(documents).hasSizeGreaterThan(60);
    int step = FullRun.oneOf(41);
    int turn = 0;
    for (Map.Entry<String, YamlDraft> document : documents.entrySet()) {
      for (List<Object> place : document.getValue().places()) {
        for (YamlDraft.Raw value : VALUES) {
          if (turn++ % step == 0) {
            judge(document.getKey(), document.getValue().with(place, value));
          }
        }
      }
    }
    flush();
    assertThat(mutants).isGreaterThan(35_000 / step);
  }

  private void judge(String name, YamlDraft mutant) {
    files.add(new InputFile(mutants++ + "/" + name, mutant.bytes()));
    if (files.size() == AT_ONCE) {
      flush();
    }
  }

  /** Many at once, so that rules which compare documents meet broken ones on both sides. */
  private void flush() {
    files.add(new InputFile("canary.yaml", CANARY.getBytes(StandardCharsets.UTF_8)));
    Corpus corpus =
        Corpus.read(new FileFinder.Found(List.copyOf(files), List.of()), Activity.SILENT);
    List<Finding> findings = new Linter(RuleCatalog.ALL).run(corpus, LintSettings.DEFAULT);
    assertThat(findings)
        .anyMatch(it -> it.rule().equals("WL002") && it.location().file().equals("canary.yaml"));
    assertThat(findings).noneMatch(it -> it.rule().equals("YM001"));
    files.clear();
  }

  /** Goldens, the platforms of the examples, and ApplicationSets that are simulated. */
  private static Map<String, YamlDraft> documents() throws IOException {
    Map<String, YamlDraft> documents = new TreeMap<>();
    for (String folder :
        List.of("golden/primitives", "golden/monolith", "golden/monolith-overlay", "examples")) {
      try (Stream<Path> paths = Files.walk(Path.of(folder))) {
        for (Path path : paths.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
          String text = Files.readString(path);
          boolean one = !text.contains("\n---") && !text.contains("{{ ") || folder.startsWith("g");
          if (one && text.contains("kind:")) {
            documents.put(path.toString(), YamlDraft.of(text));
          }
        }
      }
    }
    return documents;
  }
}
