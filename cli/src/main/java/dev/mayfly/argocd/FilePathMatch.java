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
  private final WildcardExpression match;
  private final String wild;

  private FilePathMatch(String pattern, String wild) {
    this.match = new WildcardExpression(pattern);
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
    while (match.ahead(0) != WildcardExpression.END) {
      int c = match.next();
      switch (c) {
        case '*' -> match.many(wild);
        case '?' -> match.add(wild);
        case '[' -> {
          if (!characterClass()) {
            return null;
          }
        }
        case '\\' -> {
          int literal = match.next();
          if (literal == WildcardExpression.END) {
            return null;
          }
          match.literal(literal);
        }
        default -> match.literal(c);
      }
    }
    return match.build();
  }

  private boolean characterClass() {
    boolean not = match.takes('^');
    List<String> ranges = new ArrayList<>();
    while (ranges.isEmpty() || !match.takes(']')) {
      int low = member();
      int high = match.takes('-') ? member() : low;
      if (low < 0 || high < 0) {
        return false;
      }
      // One that ends before it begins holds nothing in Go, and is an error in RE2.
      ranges.add(low > high ? "" : WildcardExpression.range(low, high));
    }
    String all = String.join("", ranges);
    String none = not ? WildcardExpression.ANY : WildcardExpression.NOTHING;
    match.add(all.isEmpty() ? none : "[" + (not ? "^" : "") + all + "]");
    return true;
  }

  /** Negative where none can stand. */
  private int member() {
    int c = match.next();
    if (c == '-' || c == ']') {
      return WildcardExpression.END;
    }
    return c == '\\' ? match.next() : c;
  }
}
