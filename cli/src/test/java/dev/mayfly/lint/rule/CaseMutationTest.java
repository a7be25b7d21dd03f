package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.FullRun;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every node of every case's documents becomes a scalar, a list, a map, nothing, while the rest of
 * the case stays: no rule may throw, and the finding about another file in the same run stays.
 */
class CaseMutationTest {
  private static final List<YamlDraft.Raw> VALUES =
      Stream.of(
              "~",
              "7",
              "x",
              "[x]",
              "[]",
              "{a: {b: [c]}}",
              "[{a: b}, 7, [x]]",
              "\"{{ .x\"",
              // A pattern with a group that repeats may need a stack frame for each of these.
              "ingress.".repeat(4_000),
              "'" + "\"\\a".repeat(4_000) + "'")
          .map(YamlDraft.Raw::new)
          .toList();

  private static final byte[] CANARY = "kind: C\napiVersion: v1\ndata: *none\n".getBytes();

  /** Cases side by side are as large as a repository, and rules that compare meet more of them. */
  private static final int AT_ONCE = 60;

  private static final int STEP = FullRun.oneOf(359);

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private int mutants;
  private int turn;

  @Test
  void noRuleTripsOverAnyShape() {
    for (Rule rule : RuleCatalog.ALL) {
      CaseSources.read(rule.card().id())
          .cases()
          .forEach(it -> judge(RuleExamples.files(it.text())));
    }
    flush();
    assertThat(mutants).isGreaterThan(130_000 / STEP);
  }

  private void judge(Map<String, byte[]> given) {
    for (Map.Entry<String, byte[]> file : given.entrySet()) {
      List<String> documents =
          List.of(new String(file.getValue(), StandardCharsets.UTF_8).split("(?m)^---\n"));
      for (int i = 0; i < documents.size(); i++) {
        if (seen.add(file.getKey() + documents.get(i)) && isOne(documents.get(i))) {
          YamlDraft draft = YamlDraft.of(documents.get(i));
          for (List<Object> place : draft.places()) {
            for (YamlDraft.Raw value : VALUES) {
              if (turn++ % STEP == 0) {
                add(given, file.getKey(), documents, i, draft.with(place, value));
              }
            }
          }
        }
      }
    }
  }

  private static boolean isOne(String document) {
    var read =
        new YamlReader(Budget.ADMIN).read("x.yaml", document.getBytes(StandardCharsets.UTF_8));
    return read.problems().isEmpty() && read.documents().size() == 1;
  }

  private void add(
      Map<String, byte[]> given, String file, List<String> documents, int at, YamlDraft mutant) {
    List<String> all = new ArrayList<>(documents);
    all.set(at, mutant.text());
    given.forEach((name, bytes) -> files.put(mutants + "/" + name, bytes));
    files.put(mutants + "/" + file, String.join("---\n", all).getBytes(StandardCharsets.UTF_8));
    if (++mutants % AT_ONCE == 0) {
      flush();
    }
  }

  private void flush() {
    files.put("canary.yaml", CANARY);
    List<Finding> findings =
        new Linter(RuleCatalog.ALL).run(Corpus.read(files), LintSettings.DEFAULT);
    assertThat(findings)
        .anyMatch(it -> it.rule().equals("YM001") && it.location().file().equals("canary.yaml"));
    files.clear();
  }
}
