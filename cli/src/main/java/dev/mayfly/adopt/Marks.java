package dev.mayfly.adopt;

import java.util.Map;

/**
 * Characters of a private use area that stand, in the texts of a hand-written set, for what a pull
 * request says. So texts stay texts, and can be cut and compared like any other.
 */
final class Marks {
  static final char NUMBER = '\uF8C0';
  static final char HEAD_SHA = '\uF8C1';
  static final char BRANCH = '\uF8C2';
  static final char TARGET_BRANCH = '\uF8C3';
  static final char TITLE = '\uF8C4';
  static final char AUTHOR = '\uF8C5';
  static final char LABEL = '\uF8C6';
  static final char SLUG = '\uF8C7';

  /** Depends on the pull request, and it is not known how. */
  static final char UNKNOWN = '\uF8CF';

  /** Plus the length: the first characters of the commit id. */
  private static final char SHORT_SHA = '\uF880';

  private static final char FIRST = SHORT_SHA;
  private static final char LAST = UNKNOWN;

  private static final Map<Character, String> NAMES =
      Map.of(
          NUMBER, "number",
          HEAD_SHA, "head_sha",
          BRANCH, "branch",
          TARGET_BRANCH, "target_branch",
          TITLE, "title",
          AUTHOR, "author",
          LABEL, "labels",
          SLUG, "branch_slug",
          UNKNOWN, "...");

  private Marks() {}

  static boolean isMark(char c) {
    return c >= FIRST && c <= LAST;
  }

  static char shortSha(int length) {
    return (char) (SHORT_SHA + length);
  }

  /** How much of the commit id a mark stands for; 0 where it stands for something else. */
  static int shaLength(char c) {
    return c == HEAD_SHA ? 40 : c > SHORT_SHA && c < SHORT_SHA + 40 ? c - SHORT_SHA : 0;
  }

  static boolean in(String text) {
    return text.chars().anyMatch(c -> isMark((char) c));
  }

  static boolean has(String text, char mark) {
    return text.indexOf(mark) >= 0;
  }

  /** Whether it holds a part of the commit id. */
  static boolean hasSha(String text) {
    return text.chars().anyMatch(c -> shaLength((char) c) > 0);
  }

  /** Whether it holds what whoever opens a pull request writes, and no number can stand for. */
  static boolean hasWords(String text) {
    return has(text, BRANCH)
        || has(text, TITLE)
        || has(text, AUTHOR)
        || has(text, LABEL)
        || has(text, TARGET_BRANCH);
  }

  /** The text as a person reads it. */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.toCharArray()) {
      int sha = shaLength(c);
      if (sha > 0 && sha < 40) {
        shown.append("{{head_sha, ").append(sha).append(" characters}}");
      } else if (isMark(c)) {
        shown.append("{{").append(NAMES.getOrDefault(c, "...")).append("}}");
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
