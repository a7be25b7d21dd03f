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

  /** What is matched calls itself a few times a level. */
  private static final int DEEPEST = 250;

  private final WildcardExpression glob;
  private final String wild;
  private int depth;

  GlobParser(String pattern, String wild) {
    this.glob = new WildcardExpression(pattern);
    this.wild = wild;
  }

  Predicate<String> parse() throws Malformed {
    while (!isAtEnd()) {
      int c = glob.next();
      switch (c) {
        case '*' -> star();
        case '?' -> glob.add(wild);
        case '[' -> characterClass();
        case '{' -> openChoice();
        case '\\' -> {
          if (!isAtEnd()) {
            glob.literal(glob.next());
          }
        }
        case ',' -> glob.add(depth > 0 ? "|" : ",");
        case '}' -> glob.add(depth > 0 ? closeChoice() : "\\}");
        default -> glob.literal(c);
      }
    }
    // An alternation that is never closed ends with the pattern: the library accepts it.
    while (depth > 0) {
      glob.add(closeChoice());
    }
    return glob.build();
  }

  private void star() {
    glob.many(glob.takes('*') ? WildcardExpression.ANY : wild);
  }

  private void openChoice() throws Malformed {
    if (++depth > DEEPEST) {
      throw new Malformed("alternatives are nested more than " + DEEPEST + " deep");
    }
    glob.add("(?:");
  }

  private String closeChoice() {
    depth--;
    return ")";
  }

  /** Either one range or one list of characters; the two do not mix, unlike in a regex. */
  private void characterClass() throws Malformed {
    glob.add(glob.takes('!') ? "[^" : "[");
    if (glob.ahead(1) == '-') {
      int low = glob.next();
      glob.next();
      int high = glob.next();
      if (high < low) {
        throw new Malformed("the range in `[...]` ends before it begins");
      }
      glob.add(WildcardExpression.range(low, high));
    } else {
      list();
    }
    if (!glob.takes(']')) {
      throw new Malformed("`[` is not closed after one range or list");
    }
    glob.add("]");
  }

  private void list() throws Malformed {
    if (isAtEnd() || glob.ahead(0) == ']') {
      throw new Malformed("`[...]` holds nothing");
    }
    while (!isAtEnd() && glob.ahead(0) != ']') {
      int c = glob.next();
      if (c == '\\' && !isAtEnd()) {
        c = glob.next();
      }
      glob.add(WildcardExpression.character(c));
    }
  }

  private boolean isAtEnd() {
    return glob.ahead(0) == WildcardExpression.END;
  }
}
