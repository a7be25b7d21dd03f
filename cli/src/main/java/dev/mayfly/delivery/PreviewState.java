package dev.mayfly.delivery;

import dev.mayfly.yaml.Choice;

/**
 * Where a preview stands, in the one vocabulary of {@code status}, of comments on pull requests and
 * of what {@code wait} waits for.
 */
public enum PreviewState {
  WAITING("its GitOps pull request is not merged"),
  DELIVERED("merged, not known to be live"),
  DEPLOYING("Argo CD is at it"),
  LIVE("Argo CD has it Synced and Healthy at the commit"),
  DEGRADED("something is wrong with it that may still pass"),
  FAILED("it did not come up at the commit"),
  STALE("another commit than the newest is there"),
  GOING("it is being removed, or its removal waits to be merged"),
  UNREADABLE("its record in Git cannot be read");

  private final String meaning;

  PreviewState(String meaning) {
    this.meaning = meaning;
  }

  /** The word for people and programs alike. */
  public String word() {
    return Choice.word(this);
  }

  /** What the word says of any preview, as a clause. */
  public String meaning() {
    return meaning;
  }
}
