package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.card.RuleCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a rule and forgets a part of it is told by name. */
class RuleCatalogTest {
  private static final Path SOURCES = Path.of("cli/src/main/java/dev/mayfly/lint/rule");

  static List<Rule> rules() {
    return RuleCatalog.ALL;
  }

  @Test
  void everyRuleClassIsInTheCatalogue() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      TreeSet<String> written = new TreeSet<>();
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        if (Files.readString(file)
            .matches("(?s).*final class \\w+ (?:implements|extends) \\w+Rule .*")) {
          written.add(file.getFileName().toString().replace(".java", ""));
        }
      }
      TreeSet<String> listed =
          RuleCatalog.ALL.stream()
              .map(rule -> rule.detector().getClass().getSimpleName())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(listed).isEqualTo(written);
    }
  }

  @Test
  void idsAndNamesAreUnique() {
    assertThat(RuleCatalog.ALL).extracting(rule -> rule.card().id()).doesNotHaveDuplicates();
    assertThat(RuleCatalog.ALL).extracting(rule -> rule.card().name()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theCaseFileIsComplete(Rule rule) {
    RuleCard card = rule.card();
    CaseFile file = CaseSources.read(card.id());
    assertThat(card.id()).matches("[A-Z]{2}[0-9]{3}");
    assertThat(card.name()).isEqualTo(kebab(rule.detector().getClass().getSimpleName()));
    assertThat(card.summary()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
    assertThat(file.why().strip()).endsWith(".");
    assertThat(card.fix()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
    assertThat(file.cases().stream().skip(2)).allMatch(it -> !it.title().isEmpty(), "says what");
    assertThat(file.cases()).extracting(RuleCase::text, RuleCase::targets).doesNotHaveDuplicates();
  }

  /** Most rules can be proven to be broken; one that only notes may be able to ask at most. */
  @ParameterizedTest
  @MethodSource("rules")
  void oneCaseIsFoundAndOneIsNot(Rule rule) {
    CaseFile file = CaseSources.read(rule.card().id());
    boolean note = rule.card().severity() == Severity.NOTE;
    List<Finding> bad = CaseRun.findings(rule, file.bad());
    assertThat(bad).isNotEmpty().allMatch(it -> note || it.isProven(), "is proven");
    assertThat(file.cases().stream().flatMap(it -> CaseRun.findings(rule, it).stream()))
        .anyMatch(it -> it.severity() == rule.card().severity());
    assertThat(CaseRun.findings(rule, file.good())).isEmpty();
  }

  private static String kebab(String className) {
    return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
