package dev.mayfly.delivery;

import java.util.Locale;

/** What became of a preview, or would become of it. */
public enum Effect {
  OPENED,
  UPDATED,
  /** Committed anew, so that Argo CD tries again. */
  RETRIED,
  /** Brought in line with the policy by a sweep. */
  RENDERED,
  REMOVED,
  /** There was nothing to remove. */
  ABSENT,
  UNCHANGED,
  KEPT,
  /** It lacks, and may not be. */
  NOT_OPENED,
  ADMITTED,
  NOT_ADMITTED,
  /** The label that lets Argo CD's generator see it was taken away. */
  WITHDRAWN;

  /** As people and scripts read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
