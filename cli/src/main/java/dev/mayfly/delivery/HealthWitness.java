package dev.mayfly.delivery;

import dev.mayfly.yaml.Choice;

/** Who said how previews fare. */
public enum HealthWitness {
  NOBODY,
  /** Argo CD, in its Applications. */
  APPLICATIONS,
  /** Whoever reported it to the forge. */
  FORGE;

  /** One word for programs. */
  public String word() {
    return Choice.word(this);
  }
}
