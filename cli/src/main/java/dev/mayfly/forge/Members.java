package dev.mayfly.forge;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Who belongs to which group, each asked of the forge once in a run. */
final class Members {
  private final Map<String, Boolean> known = new HashMap<>();

  /** How a forge is asked; not found means no member. */
  @FunctionalInterface
  interface Question {
    boolean isMember() throws ForgeException;
  }

  synchronized boolean isMember(String group, String user, Question question)
      throws ForgeException {
    String key = (group + " " + user).toLowerCase(Locale.ROOT);
    Boolean before = known.get(key);
    if (before != null) {
      return before;
    }
    boolean answer = ask(group, question);
    known.put(key, answer);
    return answer;
  }

  private static boolean ask(String group, Question question) throws ForgeException {
    try {
      return question.isMember();
    } catch (ForgeException e) {
      if (e.kind() == ForgeException.Kind.NOT_FOUND) {
        return false;
      }
      throw ForgeException.ofStatus(
          e.kind(), e.status(), "who is in `" + group + "` cannot be told: " + e.getMessage());
    }
  }
}
