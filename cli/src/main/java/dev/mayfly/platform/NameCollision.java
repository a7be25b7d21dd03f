package dev.mayfly.platform;

import dev.mayfly.template.Text;
import dev.mayfly.template.Text.Hole;
import dev.mayfly.template.Text.Literal;
import dev.mayfly.template.Text.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether two name patterns can give the same name for some pair of pull requests. A search over
 * both patterns at once: every hole is a number without leading zero.
 */
record NameCollision(String first, String second) {
  private static final char NUMBER = '#';

  static boolean canMeet(Text one, Text other) {
    return new NameCollision(flat(one), flat(other)).search();
  }

  /** The pattern as characters, with a mark that no name holds where a number stands. */
  private static String flat(Text text) {
    StringBuilder flat = new StringBuilder();
    for (Part part : text.parts()) {
      switch (part) {
        case Literal(String literal) -> flat.append(literal);
        case Hole ignored -> flat.append(NUMBER);
      }
    }
    return flat.toString();
  }

  /** A position in a pattern; inside means that a number has begun and may go on. */
  private record At(int index, boolean inside) {}

  private record State(At first, At second) {}

  private boolean search() {
    Deque<State> open = new ArrayDeque<>();
    Set<State> seen = new HashSet<>();
    open.add(new State(new At(0, false), new At(0, false)));
    while (!open.isEmpty()) {
      State state = open.pop();
      if (!seen.add(state)) {
        continue;
      }
      if (isEnd(first, state.first) && isEnd(second, state.second)) {
        return true;
      }
      for (Step a : steps(first, state.first)) {
        for (Step b : steps(second, state.second)) {
          if (a.meets(b)) {
            open.add(new State(a.to, b.to));
          }
        }
      }
    }
    return false;
  }

  private static boolean isEnd(String pattern, At at) {
    return at.index == pattern.length() || (at.inside && at.index + 1 == pattern.length());
  }

  /** A range of characters that a pattern takes next, and where that leads. */
  private record Step(char lowest, char highest, At to) {
    boolean meets(Step other) {
      return lowest <= other.highest && other.lowest <= highest;
    }
  }

  private static List<Step> steps(String pattern, At at) {
    List<Step> steps = new ArrayList<>();
    if (at.inside) {
      steps.add(new Step('0', '9', at));
      steps.addAll(steps(pattern, new At(at.index + 1, false)));
    } else if (at.index < pattern.length()) {
      char c = pattern.charAt(at.index);
      steps.add(
          c == NUMBER
              ? new Step('1', '9', new At(at.index, true))
              : new Step(c, c, new At(at.index + 1, false)));
    }
    return steps;
  }
}
