package dev.mayfly.argocd;

import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/**
 * What the controller may do with the Applications of a set: {@code applicationsSync} of its {@code
 * syncPolicy}, or {@code --policy} of the controller (Argo CD docs, "Controlling Resource
 * Modification"). It creates them under each.
 */
public enum ApplicationsSync {
  SYNC,
  CREATE_ONLY,
  CREATE_UPDATE,
  CREATE_DELETE;

  private static final Choice<ApplicationsSync> WORDS = Choice.of(values());

  /** What a set says; {@code sync} where it says nothing, or no word of these. */
  static ApplicationsSync of(Node set) {
    return of(set.textOrEmpty("spec", "syncPolicy", "applicationsSync")).orElse(SYNC);
  }

  public static Optional<ApplicationsSync> of(String word) {
    return WORDS.of(word);
  }

  boolean updates() {
    return this == SYNC || this == CREATE_UPDATE;
  }

  public boolean deletes() {
    return this == SYNC || this == CREATE_DELETE;
  }

  @Override
  public String toString() {
    return Choice.word(this);
  }
}
