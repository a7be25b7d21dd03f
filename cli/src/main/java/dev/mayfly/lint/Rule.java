package dev.mayfly.lint;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.card.CardIndex;
import dev.mayfly.lint.card.RuleCard;
import java.util.Set;

/**
 * One thing that is looked for: what is known about it, and the code that finds it.
 *
 * @param kinds the objects that the code is shown; empty for all
 */
public record Rule(RuleCard card, Detector detector, Set<GroupKind> kinds) {
  /** The rule with this id; the rest of its card is in the case file of that name. */
  public static Rule of(String id, Detector detector, GroupKind... kinds) {
    return new Rule(
        CardIndex.of(id), detector, kinds.length == 0 ? detector.kinds() : Set.of(kinds));
  }
}
