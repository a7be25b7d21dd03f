package dev.mayfly.lint;

import dev.mayfly.lint.card.CardIndex;
import dev.mayfly.lint.card.RuleCard;

/** One thing that is looked for: what is known about it, and the code that finds it. */
public record Rule(RuleCard card, Detector detector) {
  /** The rule with this id; the rest of its card is in the case file of that name. */
  public static Rule of(String id, Detector detector) {
    return new Rule(CardIndex.of(id), detector);
  }
}
