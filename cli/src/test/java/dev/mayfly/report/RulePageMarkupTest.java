package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.card.RuleCase;
import dev.mayfly.lint.rule.RuleCatalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A rule whose texts are full of Markdown has a page like any other. */
class RulePageMarkupTest {
  private static final String LINE =
      "# a | b <b>x</b> `c|d` [l](http://e) *em* ~~s~~ ``` @all #7 & \\";

  private static final String WHY =
      "# no heading\n"
          + "> no quotation\n"
          + "- no list\n"
          + "+ none\n"
          + "1. none\n"
          + "2) none\n"
          + "| no | table |\n"
          + "|---|---|\n"
          + "title\n"
          + "=====\n"
          + "title\n"
          + "-----\n"
          + "___\n\n"
          + "    no block\n"
          + "```yaml\n"
          + "<script>x</script>\n"
          + "~~~\n\n"
          + LINE
          + "\n";

  private static final String YAML = "# heading\n```\na: b\n````\n";
  private static final RuleCard CARD =
      new RuleCard("ZZ001", "loud-name", Severity.WARNING, LINE, LINE, LINE + " in Mayfly");
  private static final String PAGE =
      RulePage.of(
          new CaseFile(
              CARD,
              WHY,
              List.of(
                  one("", "error " + YAML),
                  one("", RuleCase.NOTHING),
                  one(LINE, "error 1:1 `a`"))));

  /** What is left without blocks of code: fences as Markdown reads them. */
  private static final String PROSE =
      Pattern.compile("(?ms)^(`{3,})[a-z]*\n.*?^\\1`*$").matcher(PAGE).replaceAll("");

  private static RuleCase one(String title, String finds) {
    return new RuleCase(title, YAML, "", Map.of(), YAML, finds, "");
  }

  @Test
  void itsPartsAreThoseOfEveryPage() {
    assertThat(PROSE.lines().filter(line -> line.startsWith("#")))
        .containsExactly("# ZZ001 loud-name");
    assertThat(PROSE.lines().filter(line -> line.matches("[>+=|_-].*|[0-9]+[.)].*|[ \t].*|~~~.*")))
        .singleElement()
        .asString()
        .startsWith("- ");
    assertThat(PROSE.lines().filter(line -> line.startsWith("```"))).isEmpty();
    assertThat(PROSE).contains("Found here:", "Not here:", "Also found:", "In place: `#");
  }

  @Test
  void nothingInItIsMarkup() {
    String bare =
        PROSE.replaceAll("\\\\[^a-z]", "").replaceAll("`[^`]+`", "").replaceAll("&[a-z#0-9]+;", "");
    assertThat(bare.replaceAll("\\*\\*(How|Where)[^*]*\\*\\*", ""))
        .doesNotContain("<", "[", "*", "~", "`", "&");
    assertThat(PROSE).contains("@&#8203;all", "#&#8203;7");
  }

  @Test
  void itsRowInTheIndexHasFourCells() {
    String row =
        RulePageTest.index(List.of(new Rule(CARD, RuleCatalog.ALL.getFirst().detector(), Set.of())))
            .lines()
            .toList()
            .getLast();
    assertThat(row.split("(?<!\\\\)\\|", -1)).hasSize(6);
    assertThat(row).contains("`c\\|d`");
  }
}
