package dev.mayfly.cel;

import dev.mayfly.cel.Expression.Call;
import dev.mayfly.cel.Expression.Entry;
import dev.mayfly.cel.Expression.Items;
import dev.mayfly.cel.Expression.Joined;
import dev.mayfly.cel.Expression.Plain;
import dev.mayfly.cel.Expression.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where expressions begin. */
public final class Expressions {
  private Expressions() {}

  public static Expression of(String characters) {
    return new Quoted(characters);
  }

  public static Expression of(long number) {
    return new Plain(Long.toString(number));
  }

  public static Expression of(boolean truth) {
    return truth ? Expression.TRUE : Expression.FALSE;
  }

  /** A list of texts. */
  public static Expression listOf(Collection<String> texts) {
    return new Items(texts.stream().map(Expressions::of).toList());
  }

  /** Every condition holds; true of none. */
  public static Expression all(List<Expression> conditions) {
    return joined(Operator.AND, conditions, Expression.TRUE);
  }

  public static Expression all(Expression... conditions) {
    return all(List.of(conditions));
  }

  /** Some condition holds; false of none. */
  public static Expression any(List<Expression> conditions) {
    return joined(Operator.OR, conditions, Expression.FALSE);
  }

  public static Expression any(Expression... conditions) {
    return any(List.of(conditions));
  }

  /** Whether a list has no item, or a map no entry. */
  public static Expression isEmpty(Expression all) {
    return call("size", all).eq(of(0));
  }

  /** Whether a map has the entry that the expression names. */
  public static Expression has(Expression entry) {
    if (!(entry instanceof Entry)) {
      throw new IllegalArgumentException("only an entry can be missing: " + entry.text());
    }
    return call("has", entry);
  }

  public static Expression call(String function, Expression... arguments) {
    return new Call(Optional.empty(), function, List.of(arguments));
  }

  private static Expression joined(
      Operator operator, List<Expression> conditions, Expression ofNone) {
    List<Expression> operands = new ArrayList<>();
    for (Expression condition : conditions) {
      if (condition instanceof Joined(Operator same, List<Expression> inner) && same == operator) {
        operands.addAll(inner);
      } else if (!condition.equals(ofNone)) {
        operands.add(condition);
      }
    }
    return switch (operands.size()) {
      case 0 -> ofNone;
      case 1 -> operands.getFirst();
      default -> new Joined(operator, operands);
    };
  }
}
