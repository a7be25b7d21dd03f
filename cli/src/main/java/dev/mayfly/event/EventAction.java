package dev.mayfly.event;

/**
 * What happened to a pull request. Only a hint: events arrive late, twice or not at all, so the
 * state is read again from the forge where there is one.
 */
public enum EventAction {
  OPENED,
  REOPENED,
  SYNCHRONIZE,
  LABELED,
  UNLABELED,
  CLOSED,
  EDITED,
  READY_FOR_REVIEW,
  CONVERTED_TO_DRAFT,
  /** Something else, or the CI does not say (GitLab). */
  UNKNOWN;

  /**
   * Reads the {@code action} of an event: GitHub's words, and those of Gitea and Forgejo where they
   * differ (Gitea, {@code modules/structs/hook.go}: {@code synchronized}, {@code label_cleared}).
   * Gitea's {@code label_updated} stays unknown: it says that labels changed, not which way.
   */
  public static EventAction of(String word) {
    return switch (word) {
      case "opened" -> OPENED;
      case "reopened" -> REOPENED;
      case "synchronize", "synchronized" -> SYNCHRONIZE;
      case "labeled" -> LABELED;
      case "unlabeled", "label_cleared" -> UNLABELED;
      case "closed" -> CLOSED;
      case "edited" -> EDITED;
      case "ready_for_review" -> READY_FOR_REVIEW;
      case "converted_to_draft" -> CONVERTED_TO_DRAFT;
      default -> UNKNOWN;
    };
  }
}
