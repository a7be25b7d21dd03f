package dev.mayfly.lint.card;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A change of a text, written as a difference without line numbers: {@code -} goes, {@code +}
 * comes, a blank stays and says where; {@code @@} begins another place.
 */
public record LineChange(String text) {
  /**
   * The text with the change made.
   *
   * @throws IllegalArgumentException when a place is not there, or there twice
   */
  public String applyTo(String original) {
    List<String> lines = new ArrayList<>(original.lines().toList());
    List<String> old = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("@@")) {
        replace(lines, old, changed);
        continue;
      }
      char sign = line.isEmpty() ? ' ' : line.charAt(0);
      if ("+- ".indexOf(sign) < 0) {
        throw new IllegalArgumentException("a line begins with `+`, `-` or a blank: " + line);
      }
      String content = line.isEmpty() ? "" : line.substring(1);
      if (sign != '+') {
        old.add(content);
      }
      if (sign != '-') {
        changed.add(content);
      }
    }
    replace(lines, old, changed);
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  private static void replace(List<String> lines, List<String> old, List<String> changed) {
    if (old.isEmpty() && changed.isEmpty()) {
      return;
    }
    int at = old.isEmpty() ? -1 : Collections.indexOfSubList(lines, old);
    if (at < 0 || Collections.lastIndexOfSubList(lines, old) != at) {
      throw new IllegalArgumentException("not there exactly once: " + String.join("\n", old));
    }
    List<String> place = lines.subList(at, at + old.size());
    place.clear();
    place.addAll(changed);
    old.clear();
    changed.clear();
  }
}
