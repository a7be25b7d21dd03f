package dev.mayfly.argocd;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mayfly.argocd.gotemplate.Re2Bounds;
import java.util.Optional;

/**
 * A regular expression of a generator's filter: Go's RE2, not anchored, so that {@code main}
 * matches {@code not-main-branch}. An expression that does not compile stops generation of the
 * whole set (Argo CD, {@code applicationset/services/pull_request}).
 */
public sealed interface Re2Filter {
  /** An expression that works, in time linear in the text. */
  record Compiled(Pattern pattern) implements Re2Filter {
    /** True when the expression occurs anywhere in the text. */
    public boolean isFoundIn(String text) {
      return pattern.matcher(text).find();
    }
  }

  /** An expression that RE2 does not take: a look-ahead, {@code \Z}, a repeat above 1000. */
  record Refused(String reason) implements Re2Filter {}

  static Re2Filter of(String expression) {
    Optional<String> exceeded = Re2Bounds.exceeded(expression);
    if (exceeded.isPresent()) {
      return new Refused(exceeded.get());
    }
    try {
      return new Compiled(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      return new Refused(String.valueOf(e.getDescription()));
    }
  }
}
