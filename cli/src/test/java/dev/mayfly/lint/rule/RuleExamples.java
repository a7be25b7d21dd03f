package dev.mayfly.lint.rule;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Rule;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits a rule's example into files and lints them. */
final class RuleExamples {
  /** The file of what stands before the first mark. */
  static final String FILE = "example.yaml";

  private static final String MARK = "# file: ";

  private RuleExamples() {}

  static Map<String, byte[]> files(String example) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    StringBuilder current = null;
    for (String line : example.lines().toList()) {
      if (line.startsWith(MARK)) {
        current = texts.computeIfAbsent(line.substring(MARK.length()), k -> new StringBuilder());
        continue;
      }
      if (current == null) {
        current = texts.computeIfAbsent(FILE, key -> new StringBuilder());
      }
      current.append(line).append('\n');
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> files.put(name, text.toString().getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  static List<Finding> lint(String example, List<Rule> rules) {
    Corpus corpus = Corpus.read(files(example));
    return new Linter(rules).run(corpus, LintSettings.DEFAULT);
  }
}
