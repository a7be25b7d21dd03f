package dev.mayfly.argocd;

import java.util.function.IntPredicate;

/** Reads one glob; see {@link GlobPattern}. */
final class GlobParser {
  /** The pattern is not a glob. Never leaves this package. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  private static final int END = -1;

  private final int[] pattern;
  private final IntPredicate wild;
  private final WildcardProgram.Builder out = new WildcardProgram.Builder();
  private int at;

  GlobParser(String pattern, IntPredicate wild) {
    this.pattern = pattern.codePoints().toArray();
    this.wild = wild;
  }

  WildcardProgram parse() throws Malformed {
    while (peek() != END) {
      int c = read();
      switch (c) {
        case '*' -> star();
        case '?' -> out.one(wild);
        case '[' -> characterClass();
        case '{' -> out.openChoice();
        case '\\' -> {
          if (peek() != END) {
            out.literal(read());
          }
        }
        case ',' -> separatorOr(c);
        case '}' -> closeOr(c);
        default -> out.literal(c);
      }
    }
    // An alternation that is never closed ends with the pattern: the library accepts it.
    while (out.inChoice()) {
      out.closeChoice();
    }
    return out.build();
  }

  private void star() {
    if (peek() == '*') {
      at++;
      out.many(c -> true);
    } else {
      out.many(wild);
    }
  }

  private void separatorOr(int c) {
    if (out.inChoice()) {
      out.nextAlternative();
    } else {
      out.literal(c);
    }
  }

  private void closeOr(int c) {
    if (out.inChoice()) {
      out.closeChoice();
    } else {
      out.literal(c);
    }
  }

  /** Either one range or one list of characters; the two do not mix, unlike in a regex. */
  private void characterClass() throws Malformed {
    boolean not = peek() == '!';
    if (not) {
      at++;
    }
    if (at + 1 < pattern.length && pattern[at + 1] == '-') {
      int low = read();
      at++;
      int high = peek() == END ? END : read();
      if (high < low) {
        throw new Malformed("the range in `[...]` ends before it begins");
      }
      out.one(c -> (c >= low && c <= high) != not);
    } else {
      String list = list();
      if (list.isEmpty()) {
        throw new Malformed("`[...]` holds nothing");
      }
      out.one(c -> (list.indexOf(c) >= 0) != not);
    }
    if (peek() != ']') {
      throw new Malformed("`[` is not closed after one range or list");
    }
    at++;
  }

  private String list() {
    StringBuilder list = new StringBuilder();
    while (peek() != END && peek() != ']') {
      int c = read();
      if (c == '\\' && peek() != END) {
        c = read();
      }
      list.appendCodePoint(c);
    }
    return list.toString();
  }

  private int peek() {
    return at < pattern.length ? pattern[at] : END;
  }

  private int read() {
    return pattern[at++];
  }
}
