package dev.mayfly.argocd;

import java.util.List;

/**
 * What a reconcile does with one Application.
 *
 * @param name of the Application
 * @param details which fields change, or why nothing does
 */
public record LiveChange(Kind kind, String name, List<String> details) {
  /** In the order in which people have to look at them. */
  public enum Kind {
    /** It goes. */
    DELETED,
    /** It would go or change, and the set's policy keeps it as it is. */
    KEPT,
    /** Another set has it, so this one fails. */
    REFUSED,
    CREATED,
    UPDATED,
    /** What is ignored in it is not understood here. */
    UNVERIFIABLE,
    UNCHANGED
  }

  static LiveChange of(Kind kind, String name, String... details) {
    return new LiveChange(kind, name, List.of(details));
  }
}
