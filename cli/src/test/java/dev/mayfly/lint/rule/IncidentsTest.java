package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.lint.card.RuleCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Faults of the kinds that broke other people's repositories, as small as they can be. The title
 * names the rule that has to speak up when all rules run; behind a `~` it cannot be sure.
 */
class IncidentsTest {
  private static final Path HOME = Path.of("cli/src/test/resources/incidents");

  static Stream<RuleCase> incidents() {
    return Stream.of("argo-cd", "workloads", "databases", "gateways")
        .flatMap(it -> CaseFile.read(it, IncidentsTest::text).cases().stream());
  }

  private static String text(String path) {
    try {
      return path.startsWith("bases/")
          ? CaseSources.text(path)
          : Files.readString(HOME.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("incidents")
  void theRuleSpeaksUp(RuleCase incident) {
    String rule = incident.title().split(" ")[1];
    List<Finding> findings = RuleExamples.lint(incident.text(), RuleCatalog.ALL);
    assertThat(findings)
        .as(incident.title())
        .anyMatch(
            it -> it.rule().equals(rule.replace("~", "")) && it.isProven() != rule.startsWith("~"));
  }

  @Test
  void thereAreAsManyAsWereFound() {
    assertThat(incidents().map(it -> it.title().split(" ")[0]))
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(75);
  }
}
