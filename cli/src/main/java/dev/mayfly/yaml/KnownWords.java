package dev.mayfly.yaml;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One copy of each short text, whichever file it stands in: manifests say the same few hundred keys
 * and words over and over, and a repository is held in memory as a whole. Used side by side.
 */
final class KnownWords {
  private static final int LONGEST = 40;

  /** Enough for all keys there are; a file of a million different ones fills nothing. */
  private static final int MOST = 4_096;

  private final Map<String, String> words = new ConcurrentHashMap<>();

  String one(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String known = words.get(text);
    if (known != null) {
      return known;
    }
    if (words.size() < MOST) {
      words.put(text, text);
    }
    return text;
  }
}
