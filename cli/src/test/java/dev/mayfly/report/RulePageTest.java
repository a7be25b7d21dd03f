package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.event.Markdown;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.golden.GoldenReporter;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/rules/} is what the catalogue says, page by page. */
class RulePageTest {
  private static final Path PAGES = Path.of("docs/rules");

  @Test
  void everyRuleHasItsPageAndEveryPageItsRule() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    pages.put("README.md", index(RuleCatalog.ALL));
    for (Rule rule : RuleCatalog.ALL) {
      pages.put(rule.card().id() + ".md", RulePage.of(CaseSources.read(rule.card().id())));
    }
    if (GoldenReporter.updating()) {
      update(pages);
    }
    assertThat(GoldenFiles.files(PAGES)).containsExactlyElementsOf(pages.keySet());
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(PAGES.resolve(page.getKey())).hasContent(page.getValue());
    }
  }

  private static void update(Map<String, String> pages) throws IOException {
    Files.createDirectories(PAGES);
    for (String stale : GoldenFiles.files(PAGES)) {
      if (!pages.containsKey(stale)) {
        Files.delete(PAGES.resolve(stale));
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(PAGES.resolve(page.getKey()), page.getValue());
    }
  }

  /** The list of all pages. */
  static String index(List<Rule> rules) {
    StringBuilder page =
        new StringBuilder(
            "# Rules\n\n| id | severity | name | what is wrong |\n|---|---|---|---|\n");
    for (Rule rule : rules) {
      RuleCard card = rule.card();
      page.append(
          Markdown.row(
              "[%1$s](%1$s.md)".formatted(card.id()),
              card.severity().word(),
              card.name(),
              Markdown.cell(card.summary())));
    }
    return page.toString();
  }
}
