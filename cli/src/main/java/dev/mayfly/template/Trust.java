package dev.mayfly.template;

import java.util.Set;

/** Which keys carry text that an outsider chooses, and where such text may stand. */
final class Trust {
  private static final Set<String> UNTRUSTED =
      Set.of("pr.title", "pr.branch", "pr.author", "pr.targetBranch");

  private Trust() {}

  static boolean isUntrusted(String key) {
    return UNTRUSTED.contains(key);
  }

  /** Where a walk through a document stands; only annotation values may take untrusted text. */
  enum Place {
    ELSEWHERE,
    METADATA,
    ANNOTATIONS;

    /** The place of the value under a key of a map at this place. */
    Place under(String key) {
      return switch (this) {
        case METADATA -> key.equals("annotations") ? ANNOTATIONS : ELSEWHERE;
        case ANNOTATIONS -> ANNOTATIONS;
        case ELSEWHERE -> key.equals("metadata") ? METADATA : ELSEWHERE;
      };
    }
  }
}
