package dev.mayfly.lint;

import dev.mayfly.kubernetes.GroupKind;
import java.util.Set;

/** The code of a rule. It has no state; one instance serves all runs and threads. */
public sealed interface Detector permits DocumentRule, ResourceRule, CorpusRule, SuppressionRule {
  /**
   * The kinds that a family of rules looks at by nature; of a rule by itself its list says them.
   */
  default Set<GroupKind> kinds() {
    return Set.of();
  }
}
