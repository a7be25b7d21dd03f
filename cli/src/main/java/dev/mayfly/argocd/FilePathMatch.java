package dev.mayfly.argocd;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
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

  private record Range(int low, int high) {}

  private final int[] pattern;
  private final IntPredicate wild;
  private final WildcardProgram.Builder out = new WildcardProgram.Builder();
  private int at;

  private FilePathMatch(String pattern, IntPredicate wild) {
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
    return matching(pattern, c -> c != '/');
  }

  /** With wildcards that cross slashes, as in a Git pathspec. */
  static Predicate<String> matchingAcrossSlashes(String pattern) {
    return matching(pattern, c -> true);
  }

  private static Predicate<String> matching(String pattern, IntPredicate wild) {
    if (isLiteral(pattern)) {
      return pattern::equals;
    }
    WildcardProgram program = new FilePathMatch(pattern, wild).parse();
    return program == null ? value -> false : program::matches;
  }

  /** False for a pattern that never matches because it does not parse. */
  public static boolean isValid(String pattern) {
    return new FilePathMatch(pattern, c -> c != '/').parse() != null;
  }

  private @Nullable WildcardProgram parse() {
    while (at < pattern.length) {
      int c = pattern[at++];
      switch (c) {
        case '*' -> out.many(wild);
        case '?' -> out.one(wild);
        case '[' -> {
          if (!characterClass()) {
            return null;
          }
        }
        case '\\' -> {
          if (at == pattern.length) {
            return null;
          }
          out.literal(pattern[at++]);
        }
        default -> out.literal(c);
      }
    }
    return out.build();
  }

  private boolean characterClass() {
    boolean not = peek() == '^';
    if (not) {
      at++;
    }
    List<Range> ranges = new ArrayList<>();
    while (peek() != ']' || ranges.isEmpty()) {
      int low = member();
      int high = low;
      if (low >= 0 && peek() == '-') {
        at++;
        high = member();
      }
      if (low < 0 || high < 0) {
        return false;
      }
      ranges.add(new Range(low, high));
    }
    at++;
    out.one(c -> ranges.stream().anyMatch(r -> r.low <= c && c <= r.high) != not);
    return true;
  }

  private int member() {
    int c = peek();
    if (c == END || c == '-' || c == ']') {
      return MALFORMED;
    }
    at++;
    if (c == '\\') {
      c = peek();
      at++;
    }
    return at < pattern.length ? c : MALFORMED;
  }

  private int peek() {
    return at < pattern.length ? pattern[at] : END;
  }
}
