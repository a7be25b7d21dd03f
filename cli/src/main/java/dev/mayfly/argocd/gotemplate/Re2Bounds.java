package dev.mayfly.argocd.gotemplate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression may cost before it is compiled. Go refuses repeats whose product is over 1,000
 * and 1,000 levels (Go, {@code regexp/syntax}); RE2 for Java looks at single repeats only and runs
 * out of memory, or of stack at a few hundred levels.
 */
public final class Re2Bounds {
  private static final int LONGEST = 1 << 16;
  private static final int DEEPEST = 250;
  private static final long MOST = 1_000;
  private static final Pattern FLAGS = Pattern.compile("\\(\\?[imsU-]+\\)");
  private static final Pattern REPEAT = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{0,9}))?}");

  /** Its matcher calls itself for as many steps as can be left out in a row. */
  private static final long LARGEST = 2_000;

  /** A part of an expression: the largest product of repeats in it, and how many steps it is. */
  private record Part(long product, long size) {
    static final Part NOTHING = new Part(1, 0);
    static final Part ONE = new Part(1, 1);
    static final Part GROUP = new Part(1, 3);

    Part with(Part other) {
      return new Part(Math.max(product, other.product), Math.min(LARGEST + 1, size + other.size));
    }

    Part times(long count) {
      return new Part(Math.min(MOST + 1, product * count), Math.min(LARGEST + 1, size * count));
    }
  }

  private final String text;
  private final Deque<Part> groups = new ArrayDeque<>();

  /** What a repeat would be of; it is not yet part of its group. */
  private Part last = Part.NOTHING;

  private Re2Bounds(String text) {
    this.text = text;
    groups.push(Part.NOTHING);
  }

  /** Why an expression is not compiled here; empty for one that is within the bounds. */
  public static Optional<String> exceeded(String expression) {
    return expression.length() > LONGEST
        ? Optional.of("it is longer than " + LONGEST + " characters")
        : new Re2Bounds(expression).scan();
  }

  private Optional<String> scan() {
    int at = 0;
    while (at < text.length()) {
      at = next(at);
      if (groups.size() > DEEPEST) {
        return Optional.of("it is nested too deeply");
      }
      Part whole = groups.element().with(last);
      if (whole.product() > MOST) {
        return Optional.of("its repeats come to more than " + MOST);
      }
      if (whole.size() > LARGEST) {
        return Optional.of("it comes to more than " + LARGEST + " steps");
      }
    }
    return Optional.empty();
  }

  private int next(int at) {
    Matcher repeat = REPEAT.matcher(text).region(at, text.length());
    if (repeat.lookingAt()) {
      String most = repeat.group(2);
      boolean bounded = most != null && !most.isEmpty();
      last = last.times(Math.max(1, Long.parseLong(bounded ? most : repeat.group(1))));
      return repeat.end();
    }
    Matcher flags = FLAGS.matcher(text).region(at, text.length());
    if (flags.lookingAt()) {
      // A repeat behind them is one of what stands before them.
      return flags.end();
    }
    char c = text.charAt(at);
    if (c == '*' || c == '+' || c == '?') {
      return at + 1;
    }
    groups.push(groups.pop().with(last));
    last = Part.ONE;
    switch (c) {
      case '(' -> {
        groups.push(Part.GROUP);
        last = Part.NOTHING;
      }
      case ')' -> last = groups.size() > 1 ? groups.pop() : Part.ONE;
      case '[' -> {
        return classEnd(at);
      }
      case '\\' -> {
        if (!text.startsWith("\\Q", at)) {
          return at + 2;
        }
        int end = text.indexOf("\\E", at);
        int after = end == -1 ? text.length() : end;
        last = new Part(1, after - at);
        return after;
      }
      default -> {}
    }
    return at + 1;
  }

  /** A bracket closes a class only where it is not the class's first character. */
  private int classEnd(int at) {
    int first = at + (text.startsWith("[^", at) ? 2 : 1);
    int end = text.startsWith("]", first) ? first + 1 : first;
    while (end < text.length() && text.charAt(end) != ']') {
      int named = text.startsWith("[:", end) ? text.indexOf(":]", end + 2) : -1;
      end = named != -1 ? named + 2 : end + (text.charAt(end) == '\\' ? 2 : 1);
    }
    return Math.min(end + 1, text.length());
  }
}
