package dev.mayfly.template;

/** Which keys carry text that an outsider chooses, and where such text may stand. */
final class Trust {
  private Trust() {}

  static boolean isUntrusted(String key) {
    return key.startsWith("pr.") && Fact.Said.KEYS.contains(key.substring("pr.".length()));
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
