package dev.mayfly.manifest;

import java.util.ArrayList;
import java.util.List;

/** What stands above a patch for somebody else's object, and tells it from an object of ours. */
public final class PatchNote {
  private static final String WORDS = "A patch, not a resource.";

  private PatchNote() {}

  /** The comment of a patch; the first of the lines goes on after the words that say what it is. */
  static List<String> of(String first, String... lines) {
    List<String> comment = new ArrayList<>(List.of(WORDS + " " + first));
    comment.addAll(List.of(lines));
    return comment;
  }

  /** Whether a file says of itself that it is a patch. */
  public static boolean isAbove(String text) {
    return text.startsWith("# " + WORDS);
  }
}
