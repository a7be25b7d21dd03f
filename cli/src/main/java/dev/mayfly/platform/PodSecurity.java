package dev.mayfly.platform;

import dev.mayfly.yaml.Choice;

/** How much pods may ask of their node: the levels of the Pod Security Standards. */
public enum PodSecurity {
  RESTRICTED,
  BASELINE,
  PRIVILEGED;

  /** As it is written; a word that was refused already is as good as none. */
  static PodSecurity of(String word) {
    return Choice.of(values()).of(word).orElse(RESTRICTED);
  }

  /** As labels of a namespace have it. */
  public String word() {
    return Choice.word(this);
  }
}
