package dev.mayfly.lint.card;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.yaml.Choice;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cards of all rules in one small file, so that a run that lints opens no case file. It is
 * written from the case files by {@code ./verify --update-goldens}.
 */
public final class CardIndex {
  /** Its name among the case files. */
  public static final String FILE = "index.txt";

  private CardIndex() {}

  /** Read with the catalogue of rules. */
  private static final class Cards {
    static final Map<String, RuleCard> BY_ID = read(PackagedRules.text(FILE));
  }

  /** The card of a rule; one that is not in the index yet is taken from its case file. */
  public static RuleCard of(String id) {
    RuleCard card = Cards.BY_ID.get(id);
    return card == null ? CaseFile.of(id).card() : card;
  }

  /** The index of these cards, one a line. */
  public static String text(Collection<RuleCard> cards) {
    return cards.stream()
        .map(
            card ->
                String.join(
                        "\t",
                        card.id(),
                        card.severity().word(),
                        card.name(),
                        card.summary(),
                        card.fix())
                    + "\n")
        .collect(Collectors.joining());
  }

  static Map<String, RuleCard> read(String text) {
    Map<String, RuleCard> cards = new HashMap<>();
    for (String line : text.split("\n")) {
      String[] fields = line.split("\t");
      Severity severity = Choice.of(Severity.values()).of(fields[1]).orElseThrow();
      cards.put(fields[0], new RuleCard(fields[0], fields[2], severity, fields[3], fields[4]));
    }
    return cards;
  }
}
