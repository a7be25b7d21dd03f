package dev.mayfly.lint.card;

import dev.mayfly.diagnostic.ProgramFile;
import dev.mayfly.diagnostic.Severity;
import java.util.HashMap;
import java.util.Map;

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
    static final Map<String, RuleCard> BY_ID = read(ProgramFile.text("rules/" + FILE));
  }

  /** The card of a rule; one that is not in the index yet is taken from its case file. */
  public static RuleCard of(String id) {
    RuleCard card = Cards.BY_ID.get(id);
    return card == null ? CaseFile.of(id).card() : card;
  }

  /** By hand: every start that lints pays for it. */
  static Map<String, RuleCard> read(String text) {
    Map<String, RuleCard> cards = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int severity = text.indexOf('\t', at) + 1;
      int name = text.indexOf('\t', severity) + 1;
      int summary = text.indexOf('\t', name) + 1;
      int fix = text.indexOf('\t', summary) + 1;
      int end = text.indexOf('\n', fix);
      int own = text.indexOf('\t', fix);
      boolean platform = own >= 0 && own < end;
      String id = text.substring(at, severity - 1);
      cards.put(
          id,
          new RuleCard(
              id,
              text.substring(name, summary - 1),
              severity(text.charAt(severity)),
              text.substring(summary, fix - 1),
              text.substring(fix, platform ? own : end),
              platform ? text.substring(own + 1, end) : ""));
      at = end + 1;
    }
    return cards;
  }

  /** The words begin differently. */
  private static Severity severity(char first) {
    return first == 'e' ? Severity.ERROR : first == 'w' ? Severity.WARNING : Severity.NOTE;
  }
}
