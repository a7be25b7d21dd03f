package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.RuleCard;
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
        if (Files.readString(file).matches("(?s).*implements \\w+Rule .*")) {
          written.add(file.getFileName().toString().replace(".java", ""));
        }
      }
      TreeSet<String> listed =
          RuleCatalog.ALL.stream()
              .map(rule -> rule.getClass().getSimpleName())
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
  void theCardIsComplete(Rule rule) {
    RuleCard card = rule.card();
    assertThat(card.id()).matches("[A-Z]{2}[0-9]{3}");
    assertThat(card.name()).isEqualTo(kebab(rule.getClass().getSimpleName()));
    assertThat(card.summary()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
    assertThat(card.why().strip()).endsWith(".");
    assertThat(card.fix()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
    assertThat(card.good()).isNotEqualTo(card.bad());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBadExampleIsFound(Rule rule) {
    List<Finding> found = Examples.lint(rule.card().bad(), List.of(rule));
    boolean note = rule.card().severity() == Severity.NOTE;
    assertThat(found).as("bad example of %s", rule.card().id()).isNotEmpty();
    assertThat(found).allMatch(it -> note || it.isProven(), "is proven");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theGoodExampleIsNotFound(Rule rule) {
    assertThat(Examples.lint(rule.card().good(), List.of(rule)))
        .as("good example of %s", rule.card().id())
        .isEmpty();
  }

  private static String kebab(String className) {
    return className.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
