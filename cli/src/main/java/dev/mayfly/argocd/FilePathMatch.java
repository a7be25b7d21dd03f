package dev.mayfly.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Go's {@code filepath.Match} on Linux, with which an AppProject's kind lists are compared (group,
 * kind, and since v3.3 the name of cluster-scoped objects). {@code *} and {@code ?} stop at a
 * slash; {@code [^a-z0-9]} may hold many ranges; a malformed pattern matches nothing. Facts: Go
 * standard library, package {@code path/filepath}.
 */
public final class FilePathMatch {
  private static final int END = -1;
  private static final int MALFORMED = -2;

  private final int[] pattern;
  private final String wild;
  private final WildcardExpression out = new WildcardExpression();
  private int at;

  private FilePathMatch(String pattern, String wild) {
    this.pattern = pattern.codePoints().toArray();
    this.wild = wild;
  }

  public static boolean matches(String pattern, String value) {
    return matching(pattern).test(value);
  }

  /** Most entries are plain names, and kinds are compared for every object of a repository. */
  private static boolean isLiteral(String pattern) {
    return pattern.chars().noneMatch(c -> c == '*' || c == '?' || c == '[' || c == '\\');
  }

  /** The same for many values. */
  static Predicate<String> matching(String pattern) {
    return matching(pattern, WildcardExpression.NO_SLASH);
  }

  /** With wildcards that cross slashes, as in a Git pathspec. */
  static Predicate<String> matchingAcrossSlashes(String pattern) {
    return matching(pattern, WildcardExpression.ANY);
  }

  private static Predicate<String> matching(String pattern, String wild) {
    if (isLiteral(pattern)) {
      return pattern::equals;
    }
    Predicate<String> parsed = new FilePathMatch(pattern, wild).parse();
    return parsed == null ? value -> false : parsed;
  }

  /** False for a pattern that never matches because it does not parse. */
  public static boolean isValid(String pattern) {
    return new FilePathMatch(pattern, WildcardExpression.NO_SLASH).parse() != null;
  }

  private @Nullable Predicate<String> parse() {
    while (at < pattern.length) {
      int c = pattern[at++];
      switch (c) {
        case '*' -> out.many(wild);
        case '?' -> out.add(wild);
        case '[' -> {
          if (!characterClass()) {
            return null;
          }
        }
        case '\\' -> {
          if (at == pattern.length) {
            return null;
          }
          out.add(WildcardExpression.character(pattern[at++]));
        }
        default -> out.add(WildcardExpression.character(c));
      }
    }
    return out.build();
  }

  private boolean characterClass() {
    boolean not = peek() == '^';
    at += not ? 1 : 0;
    List<String> ranges = new ArrayList<>();
    while (peek() != ']' || ranges.isEmpty()) {
      int low = member();
      boolean range = peek() == '-';
      at += range ? 1 : 0;
      int high = range ? member() : low;
      if (low < 0 || high < 0) {
        return false;
      }
      // One that ends before it begins holds nothing in Go, and is an error in RE2.
      ranges.add(low > high ? "" : WildcardExpression.range(low, high));
    }
    at++;
    String all = String.join("", ranges);
    String none = not ? WildcardExpression.ANY : WildcardExpression.NOTHING;
    out.add(all.isEmpty() ? none : "[" + (not ? "^" : "") + all + "]");
    return true;
  }

  private int member() {
    int c = peek();
    if (c == '-' || c == ']') {
      return MALFORMED;
    }
    at++;
    if (c == '\\') {
      c = peek();
      at++;
    }
    return c;
  }

  private int peek() {
    return at < pattern.length ? pattern[at] : END;
  }
}
