package dev.mayfly.argocd;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A glob as Argo CD's projects use it: {@code *} and {@code ?} stop at the separator (where there
 * is one), {@code **} does not, {@code [a-z]} or {@code [abc]} or {@code [!..]}, <code>{a,b}</code>
 * , {@code \} escapes. A pattern that does not parse matches nothing (Argo CD, {@code util/glob}:
 * the error is only logged). Syntax: gobwas/glob v0.2.3, lexer and parser.
 */
public final class GlobPattern {
  private static final int LONGEST = 4096;

  private final @Nullable Predicate<String> program;
  private final String fault;

  private GlobPattern(@Nullable Predicate<String> program, String fault) {
    this.program = program;
    this.fault = fault;
  }

  /** A pattern whose wildcards match any character, as for servers, names and namespaces. */
  public static GlobPattern of(String text) {
    return compile(text, WildcardExpression.ANY);
  }

  /** A pattern whose single wildcards stop at the separator, as {@code /} for repository URLs. */
  public static GlobPattern of(String text, char separator) {
    return compile(text, "[^" + WildcardExpression.character(separator) + "]");
  }

  private static GlobPattern compile(String text, String wild) {
    if (text.length() > LONGEST) {
      return new GlobPattern(null, "it is longer than " + LONGEST + " characters");
    }
    try {
      return new GlobPattern(new GlobParser(text, wild).parse(), "");
    } catch (GlobParser.Malformed e) {
      return new GlobPattern(null, String.valueOf(e.getMessage()));
    }
  }

  public boolean matches(String value) {
    return program != null && program.test(value);
  }

  /** Why the pattern can never match anything; empty for a valid one. */
  public Optional<String> fault() {
    return program == null ? Optional.of(fault) : Optional.empty();
  }
}
