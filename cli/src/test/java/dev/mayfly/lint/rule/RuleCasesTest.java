package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CardIndex;
import dev.mayfly.lint.card.CaseFile;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.lint.card.CaseText;
import dev.mayfly.lint.card.RuleCard;
import dev.mayfly.lint.card.RuleCase;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each rule finds in its own cases stands in its case file: severity, place, subject, words,
 * verdict, and what {@code --fix} writes. {@code ./verify --update-goldens} writes it anew.
 */
class RuleCasesTest {
  static List<String> rules() {
    return RuleCatalog.ALL.stream().map(rule -> rule.card().id()).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFindsWhatItsFileSays(String id) {
    Rule rule = RuleCatalog.find(id).orElseThrow();
    CaseFile file = CaseSources.read(id);
    CaseFile found = CaseRun.judged(new Rule(file.card(), rule.detector(), rule.kinds()), file);
    CaseSources.verify(id + ".yaml", CaseText.of(found));
  }

  /** What the proof of a bundle finds may be called as a rule is. */
  @Test
  void aFindingIsOfTheRuleWhoseIdItHas() {
    for (Rule rule : RuleCatalog.ALL) {
      assertThat(RuleCatalog.ofId(rule.card().id())).contains(rule);
      assertThat(RuleCatalog.ofId(rule.card().name())).isEmpty();
    }
  }

  /** A document that is not read shows nothing about a rule; only one rule wants it. */
  @Test
  void everyCaseCanBeRead() {
    for (String id : rules()) {
      for (RuleCase each :
          id.equals("YM001") ? List.<RuleCase>of() : CaseSources.read(id).cases()) {
        assertThat(Corpus.read(RuleExamples.files(each.text())).problems())
            .filteredOn(it -> it.severity() == Severity.ERROR && !it.id().equals("duplicate-key"))
            .as("%s, %s", id, each.title())
            .isEmpty();
      }
    }
  }

  /** A case holds few kinds of object, so it does not show that a rule looks at no other. */
  @Test
  void fewRulesLookAtObjectsOfEveryKind() {
    assertThat(RuleCatalog.ALL)
        .filteredOn(it -> it.detector() instanceof DocumentRule && it.kinds().isEmpty())
        .extracting(it -> it.card().id())
        .containsExactlyInAnyOrder(
            "AP070", "RT008", "NS011", "NS016", "AP084", "AP085", "AS009", "WL005");
  }

  @Test
  void theIndexHoldsTheCardsOfAllCaseFiles() {
    List<RuleCard> cards = rules().stream().map(id -> CaseSources.read(id).card()).toList();
    CaseSources.verify(CardIndex.FILE, CaseSources.index(cards));
    assertThat(RuleCatalog.ALL).extracting(Rule::card).isEqualTo(cards);
  }

  @Test
  void everyCaseFileHasItsRuleAndEveryBaseItsUse() {
    TreeSet<String> wanted =
        rules().stream().map(id -> id + ".yaml").collect(Collectors.toCollection(TreeSet::new));
    String given =
        rules().stream()
            .flatMap(id -> CaseSources.read(id).cases().stream())
            .map(it -> it.given())
            .collect(Collectors.joining());
    for (String file : GoldenFiles.files(CaseSources.HOME)) {
      if (file.startsWith("bases/")) {
        String name = file.substring("bases/".length(), file.length() - ".yaml".length());
        assertThat(given).contains("# base: " + name + "\n");
      } else {
        assertThat(wanted.remove(file) || file.equals(CardIndex.FILE)).as(file).isTrue();
      }
    }
    assertThat(wanted).isEmpty();
  }
}
