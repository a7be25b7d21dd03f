package dev.mayfly.argocd.gotemplate;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where the lines of a template begin, so that many places of one text are told in little time. */
public final class TemplateLines {
  private final int length;
  private final int[] starts;

  /** The second halves of characters that take two. */
  private final int[] halves;

  public TemplateLines(String text) {
    this.length = text.length();
    this.starts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, length).filter(i -> text.charAt(i) == '\n').map(i -> i + 1))
            .toArray();
    this.halves =
        IntStream.range(1, length)
            .filter(i -> Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i)))
            .toArray();
  }

  /** The place of an offset in the text. */
  public TemplatePosition at(int offset) {
    int end = Math.min(offset, length);
    int line = before(starts, end + 1);
    int start = starts[line - 1];
    int pairs = before(halves, end) - before(halves, start);
    return new TemplatePosition(line, end - start - pairs + 1);
  }

  /** How many of them are less. */
  private static int before(int[] sorted, int value) {
    int found = Arrays.binarySearch(sorted, value);
    return found < 0 ? -found - 1 : found;
  }
}
