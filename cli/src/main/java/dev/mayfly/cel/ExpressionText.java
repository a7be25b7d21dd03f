package dev.mayfly.cel;

import dev.mayfly.cel.Expression.Call;
import dev.mayfly.cel.Expression.Choice;
import dev.mayfly.cel.Expression.Entries;
import dev.mayfly.cel.Expression.Entry;
import dev.mayfly.cel.Expression.Items;
import dev.mayfly.cel.Expression.Joined;
import dev.mayfly.cel.Expression.Lookup;
import dev.mayfly.cel.Expression.Not;
import dev.mayfly.cel.Expression.Plain;
import dev.mayfly.cel.Expression.Quoted;
import dev.mayfly.cel.Expression.Variable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The one place that quotes and brackets. */
final class ExpressionText {
  private static final int CHOICE = 0;
  private static final int NOT = 5;
  private static final int WHOLE = 6;

  private ExpressionText() {}

  static String of(Expression expression) {
    return switch (expression) {
      case Plain(String word) -> word;
      case Quoted(String characters) -> quoted(characters);
      case Items(List<Expression> items) -> "[" + list(items) + "]";
      case Entries entries ->
          entries.entries().entrySet().stream()
              .map(e -> quoted(e.getKey()) + ": " + of(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Variable(String name) -> name;
      case Entry entry -> entry(entry);
      case Lookup(Expression of, Expression key) -> bracketed(of, WHOLE) + "[" + of(key) + "]";
      case Call call ->
          call.receiver().map(receiver -> bracketed(receiver, WHOLE) + ".").orElse("")
              + call.function()
              + "("
              + list(call.arguments())
              + ")";
      case Joined joined -> joined(joined);
      case Not(Expression operand) -> "!" + bracketed(operand, NOT);
      case Choice choice ->
          bracketed(choice.condition(), CHOICE + 1)
              + " ? "
              + bracketed(choice.then(), CHOICE + 1)
              + " : "
              + bracketed(choice.otherwise(), CHOICE);
    };
  }

  /**
   * A list of conditions needs no brackets inside; of other operators the left side binds first.
   */
  private static String joined(Joined joined) {
    int tightness = joined.operator().tightness();
    StringBuilder text = new StringBuilder(bracketed(joined.operands().getFirst(), tightness));
    for (Expression operand : joined.operands().subList(1, joined.operands().size())) {
      text.append(' ')
          .append(joined.operator().sign())
          .append(' ')
          .append(bracketed(operand, tightness + 1));
    }
    return text.toString();
  }

  private static String entry(Entry entry) {
    String map = bracketed(entry.map(), WHOLE);
    return Identifiers.isField(entry.key())
        ? map + (entry.optional() ? ".?" : ".") + entry.key()
        : map + (entry.optional() ? "[?" : "[") + quoted(entry.key()) + "]";
  }

  private static String list(List<Expression> items) {
    return items.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
  }

  private static String bracketed(Expression expression, int tightness) {
    String text = of(expression);
    return tightness(expression) < tightness ? "(" + text + ")" : text;
  }

  private static int tightness(Expression expression) {
    return switch (expression) {
      case Choice ignored -> CHOICE;
      case Joined joined -> joined.operator().tightness();
      case Not ignored -> NOT;
      default -> WHOLE;
    };
  }

  private static String quoted(String characters) {
    StringBuilder text = new StringBuilder("'");
    characters
        .codePoints()
        .forEach(c -> {
          if (c == '\'' || c == '\\') {
            text.append('\\').appendCodePoint(c);
          } else if (c < 0x20 || c == 0x7f) {
            text.append("\\u").append(String.format(Locale.ROOT, "%04x", c));
          } else {
            text.appendCodePoint(c);
          }
        });
    return text.append('\'').toString();
  }
}
