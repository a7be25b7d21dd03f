package dev.mayfly.lint;

import dev.mayfly.kubernetes.GroupKind;
import java.util.Set;

/** A rule that decides by looking at one object alone. */
public non-sealed interface DocumentRule extends Detector {
  /** The kinds of object it looks at; empty for all. */
  default Set<GroupKind> kinds() {
    return Set.of();
  }

  void check(Resource resource, Findings out);
}
