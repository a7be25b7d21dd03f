package dev.mayfly.manifest;

import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expressions;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import dev.mayfly.template.Text.Hole;
import dev.mayfly.template.Text.Literal;
import java.util.Optional;

/** Names as the admission policy computes them, with the number in a variable. */
final class NameExpression {
  private NameExpression() {}

  /** The text, or nothing when it depends on a fact that the policy cannot know. */
  static Optional<Expression> of(Text text) {
    Expression sum = null;
    for (Text.Part part : text.parts()) {
      if (part instanceof Hole(Fact fact) && !(fact instanceof Fact.Number)) {
        return Optional.empty();
      }
      Expression term =
          part instanceof Literal(String literal)
              ? Expressions.of(literal)
              : AdmissionVariables.NUMBER;
      sum = sum == null ? term : sum.plus(term);
    }
    return Optional.of(sum == null ? Expressions.of("") : sum);
  }

  /** A name, which depends on nothing but the number. */
  static Expression ofName(Text name) {
    return of(name).orElseThrow();
  }

  /** An RE2 expression for the name with any number. */
  static String pattern(Text name) {
    StringBuilder pattern = new StringBuilder();
    for (Text.Part part : name.parts()) {
      pattern.append(part instanceof Literal(String text) ? literal(text) : "[0-9]+");
    }
    return pattern.toString();
  }

  /**
   * An RE2 expression for exactly these characters; of those that RE2 minds, names hold dots only.
   */
  static String literal(String text) {
    return text.replace(".", "[.]");
  }

  /** What stands before the number. */
  static String prefix(Text name) {
    return name.parts().getFirst() instanceof Literal(String text) ? text : "";
  }
}
