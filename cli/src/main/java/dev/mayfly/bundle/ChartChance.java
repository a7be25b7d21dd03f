package dev.mayfly.bundle;

import dev.mayfly.argocd.gotemplate.TemplateToken;
import dev.mayfly.argocd.gotemplate.TemplateToken.Kind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls in a template whose result differs from run to run, unless they are written with care. */
final class ChartChance {
  private static final String SORT = "sortAlpha";
  private static final Pattern ADDRESS = Pattern.compile("%[-+# 0-9.*\\[\\]]*p");

  private ChartChance() {}

  /**
   * Whether what a call yields is sorted at once: Sprig gives keys and values of a map in an order
   * that changes with each run.
   *
   * @param at the index of the function's name
   * @param outer the function whose argument the call is; null for none
   */
  static boolean isSorted(List<TemplateToken> tokens, int at, @Nullable String outer) {
    int depth = 0;
    // The lexer reads no action that is not closed, nor one with a parenthesis too many or too few.
    for (int i = at; ; i++) {
      switch (tokens.get(i).kind()) {
        case LEFT -> depth++;
        case RIGHT, CLOSE -> {
          if (depth-- == 0) {
            return SORT.equals(outer);
          }
        }
        case PIPE -> {
          if (depth == 0) {
            return tokens.get(afterSpace(tokens, i)).isWord(SORT);
          }
        }
        default -> {}
      }
    }
  }

  /** Whether a call of {@code printf} shows no address in memory, for all that can be seen. */
  static boolean isPlainFormat(List<TemplateToken> tokens, int at) {
    TemplateToken format = tokens.get(afterSpace(tokens, at));
    return format.kind() == Kind.STRING && !ADDRESS.matcher(format.text()).find();
  }

  /** The index of the next token that is no space. */
  static int afterSpace(List<TemplateToken> tokens, int index) {
    int after = index + 1;
    while (tokens.get(after).kind() == Kind.SPACE) {
      after++;
    }
    return after;
  }
}
