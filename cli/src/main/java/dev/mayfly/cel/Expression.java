package dev.mayfly.cel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An expression of the Common Expression Language. {@link #text} is what a program reads. */
public sealed interface Expression {
  Expression TRUE = new Plain("true");
  Expression FALSE = new Plain("false");

  /** A number, {@code true}, {@code false} or {@code null}. */
  record Plain(String word) implements Expression {}

  /** Characters, whatever they are. */
  record Quoted(String characters) implements Expression {}

  record Items(List<Expression> items) implements Expression {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A map; the entries keep their order. */
  record Entries(Map<String, Expression> entries) implements Expression {}

  /** A variable. */
  record Variable(String name) implements Expression {
    public Variable {
      Identifiers.required(name);
    }
  }

  /**
   * An entry of a map.
   *
   * @param optional whether a map without it is no error, and the entry then an empty optional
   */
  record Entry(Expression map, String key, boolean optional) implements Expression {}

  /** An item of a list by its index, or an entry of a map by a key that is computed. */
  record Lookup(Expression of, Expression key) implements Expression {}

  /** A function, of a receiver or of its arguments alone. */
  record Call(Optional<Expression> receiver, String function, List<Expression> arguments)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /** Operands with one operator between them; more than two for {@code &&} and {@code ||} only. */
  record Joined(Operator operator, List<Expression> operands) implements Expression {
    public Joined {
      operands = List.copyOf(operands);
    }
  }

  record Not(Expression operand) implements Expression {}

  record Choice(Expression condition, Expression then, Expression otherwise)
      implements Expression {}

  /** The expression's own characters. */
  default String text() {
    return ExpressionText.of(this);
  }

  default Expression field(String key) {
    return new Entry(this, key, false);
  }

  /** The entry if there is one; of an optional map too. */
  default Expression maybe(String key) {
    return new Entry(this, key, true);
  }

  /** What an optional holds, or the other. */
  default Expression orElse(Expression other) {
    return call("orValue", other);
  }

  default Expression orElse(String other) {
    return orElse(Expressions.of(other));
  }

  default Expression at(int index) {
    return at(Expressions.of(index));
  }

  default Expression at(Expression key) {
    return new Lookup(this, key);
  }

  default Expression call(String function, Expression... arguments) {
    return new Call(Optional.of(this), function, List.of(arguments));
  }

  default Expression call(String function, String argument) {
    return call(function, Expressions.of(argument));
  }

  default Expression eq(Expression other) {
    return new Joined(Operator.EQUAL, List.of(this, other));
  }

  default Expression eq(String other) {
    return eq(Expressions.of(other));
  }

  default Expression in(Expression list) {
    return new Joined(Operator.IN, List.of(this, list));
  }

  default Expression in(Collection<String> texts) {
    return in(Expressions.listOf(texts));
  }

  default Expression in(String... texts) {
    return in(List.of(texts));
  }

  default Expression plus(Expression other) {
    return new Joined(Operator.PLUS, List.of(this, other));
  }

  default Expression plus(String other) {
    return plus(Expressions.of(other));
  }

  default Expression and(Expression other) {
    return Expressions.all(List.of(this, other));
  }

  default Expression or(Expression other) {
    return Expressions.any(List.of(this, other));
  }

  default Expression not() {
    return switch (this) {
      case Not(Expression operand) -> operand;
      case Joined(Operator operator, List<Expression> operands) when operator == Operator.EQUAL ->
          new Joined(Operator.UNEQUAL, operands);
      default -> new Not(this);
    };
  }

  /** True when the condition holds of every item of a list, or of every key of a map. */
  default Expression all(String variable, UnaryOperator<Expression> condition) {
    Expression item = new Variable(variable);
    return call("all", item, condition.apply(item));
  }

  /** True when the condition holds of some item of a list, or of some key of a map. */
  default Expression some(String variable, UnaryOperator<Expression> condition) {
    Expression item = new Variable(variable);
    return call("exists", item, condition.apply(item));
  }
}
