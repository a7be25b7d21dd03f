package dev.mayfly.argocd;

import java.util.function.Predicate;

/** Reads one glob; see {@link GlobPattern}. */
final class GlobParser {
  /** The pattern is not a glob. Never leaves this package. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message, null, false, false);
    }
  }

  private static final int END = -1;

  /** What is matched calls itself a few times a level. */
  private static final int DEEPEST = 250;

  private final int[] pattern;
  private final String wild;
  private final WildcardExpression out = new WildcardExpression();
  private int at;
  private int depth;

  GlobParser(String pattern, String wild) {
    this.pattern = pattern.codePoints().toArray();
    this.wild = wild;
  }

  Predicate<String> parse() throws Malformed {
    while (peek() != END) {
      int c = read();
      switch (c) {
        case '*' -> star();
        case '?' -> out.add(wild);
        case '[' -> characterClass();
        case '{' -> openChoice();
        case '\\' -> {
          if (peek() != END) {
            out.add(WildcardExpression.character(read()));
          }
        }
        case ',' -> out.add(depth > 0 ? "|" : ",");
        case '}' -> out.add(depth > 0 ? closeChoice() : "\\}");
        default -> out.add(WildcardExpression.character(c));
      }
    }
    // An alternation that is never closed ends with the pattern: the library accepts it.
    while (depth > 0) {
      out.add(closeChoice());
    }
    return out.build();
  }

  private void star() {
    boolean two = peek() == '*';
    at += two ? 1 : 0;
    out.many(two ? WildcardExpression.ANY : wild);
  }

  private void openChoice() throws Malformed {
    if (++depth > DEEPEST) {
      throw new Malformed("alternatives are nested more than " + DEEPEST + " deep");
    }
    out.add("(?:");
  }

  private String closeChoice() {
    depth--;
    return ")";
  }

  /** Either one range or one list of characters; the two do not mix, unlike in a regex. */
  private void characterClass() throws Malformed {
    boolean not = peek() == '!';
    at += not ? 1 : 0;
    out.add(not ? "[^" : "[");
    if (at + 1 < pattern.length && pattern[at + 1] == '-') {
      int low = read();
      at++;
      int high = peek() == END ? END : read();
      if (high < low) {
        throw new Malformed("the range in `[...]` ends before it begins");
      }
      out.add(WildcardExpression.range(low, high));
    } else {
      list();
    }
    if (peek() != ']') {
      throw new Malformed("`[` is not closed after one range or list");
    }
    at++;
    out.add("]");
  }

  private void list() throws Malformed {
    if (peek() == END || peek() == ']') {
      throw new Malformed("`[...]` holds nothing");
    }
    while (peek() != END && peek() != ']') {
      int c = read();
      if (c == '\\' && peek() != END) {
        c = read();
      }
      out.add(WildcardExpression.character(c));
    }
  }

  private int peek() {
    return at < pattern.length ? pattern[at] : END;
  }

  private int read() {
    return pattern[at++];
  }
}
