package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.Finding;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.card.CaseSources;
import dev.mayfly.lint.card.RuleCard;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How findings are worded: the title of the rule says what is wrong with every such object, the
 * message goes on after a colon and says which values show it here.
 */
class FindingWordsTest {
  /** These pass on what a reader, the facts or the API server say. */
  private static final Set<String> OF_OTHERS = Set.of("YM001", "YM003", "CF001", "AD003");

  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "is", "are", "be", "to", "in", "at", "on", "for", "it", "its",
          "and", "or", "not", "no", "that", "which", "what", "has", "have", "with", "by", "from",
          "as", "this", "than", "more", "most", "their", "they", "may", "can", "cannot", "been",
          "into");

  static List<String> rules() {
    return RuleCatalog.ALL.stream().map(rule -> rule.card().id()).toList();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theTitleIsAClause(String id) {
    assertThat(CaseSources.read(id).card().summary())
        .matches("(?s)(`|[a-z]|Application|AppProject|Helm|RollingSync).*")
        .doesNotMatch("(?s).*[.:,]")
        .hasSizeLessThanOrEqualTo(95);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theMessageNamesValuesAndDoesNotSayTheTitleAgain(String id) {
    Rule rule = RuleCatalog.find(id).orElseThrow();
    RuleCard card = CaseSources.read(id).card();
    Rule current = new Rule(card, rule.detector(), rule.kinds());
    for (Finding finding :
        CaseSources.read(id).cases().stream()
            .flatMap(it -> CaseRun.findings(current, it).stream())
            .toList()) {
      String message = finding.message();
      assertThat(message)
          .as(id)
          .doesNotMatch("(?s).*[^.]\\.")
          .doesNotContain("\n", "  ")
          .isNotBlank();
      if (!OF_OTHERS.contains(id)) {
        assertThat(message).as(id).matches("(?s).*(`[^`]+`|[0-9]).*");
      }
      assertThat(runs(message))
          .as("%s: %s", card.summary(), message)
          .filteredOn(runs(card.summary())::contains)
          .isEmpty();
      List<String> own = words(message.replaceAll("`[^`]*`", " ")).toList();
      List<String> title = words(card.summary()).toList();
      long same = own.stream().filter(title::contains).count();
      assertThat(own.size() > 2 && same * 4 >= own.size() * 3L)
          .as("%s repeats its title: %s: %s", id, card.summary(), message)
          .isFalse();
    }
  }

  /** Every three words in a row of which two have a meaning of their own. */
  private static List<String> runs(String text) {
    String[] all = text.replaceAll("`[^`]*`", "`").toLowerCase(Locale.ROOT).split("[^a-z'`]+");
    return IntStream.range(0, Math.max(0, all.length - 2))
        .mapToObj(i -> List.of(all[i], all[i + 1], all[i + 2]))
        .filter(it -> it.stream().filter(word -> !SMALL.contains(word)).count() > 1)
        .map(it -> String.join(" ", it))
        .toList();
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z']+"))
        .filter(it -> !it.isEmpty() && !SMALL.contains(it))
        .distinct();
  }
}
