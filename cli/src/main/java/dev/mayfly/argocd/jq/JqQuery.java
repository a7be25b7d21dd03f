package dev.mayfly.argocd.jq;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.ArrayList;
import java.util.List;

/** What a part of an expression gives for one value; where it fails, what came before stands. */
interface JqQuery {
  JqQuery HERE = (in, out) -> out.add(in);

  void run(JqFound in, List<JqFound> out) throws JqStop;

  /** What is done with each. */
  interface Then {
    void take(JqFound found) throws JqStop;
  }

  /** Does something with each before a failure behind them counts. */
  default void each(JqFound in, Then then) throws JqStop {
    List<JqFound> found = new ArrayList<>();
    try {
      in.step();
      run(in, found);
    } catch (JqStop stop) {
      if (stop.fails) {
        for (JqFound it : found) {
          then.take(it);
        }
      }
      throw stop;
    }
    for (JqFound it : found) {
      then.take(it);
    }
  }

  /** The same where no path is asked for. */
  default void eachValue(JqFound in, Then then) throws JqStop {
    each(in.computed(in.value()), then);
  }

  default JqQuery then(JqQuery next) {
    return (in, out) -> each(in, it -> next.run(it, out));
  }

  /** {@code ?}. */
  default JqQuery attempted() {
    return (in, out) -> {
      try {
        run(in, out);
      } catch (JqStop stop) {
        if (!stop.fails) {
          throw stop;
        }
      }
    };
  }

  /** {@code or} and {@code and}: the other is asked only where the one does not settle it. */
  static JqQuery joined(JqQuery one, JqQuery other, boolean settled) {
    return (in, out) ->
        one.eachValue(
            in,
            a -> {
              if (JqCondition.isTrue(a) == settled) {
                out.add(in.result(GoValue.of(settled)));
              } else {
                other.eachValue(in, b -> out.add(in.result(GoValue.of(JqCondition.isTrue(b)))));
              }
            });
  }

  /** Something of the values that two queries give, those of the second one slower. */
  static JqQuery of(JqQuery one, JqQuery other, Operation operation) {
    return (in, out) ->
        other.eachValue(
            in,
            b -> one.eachValue(in, a -> out.add(in.result(operation.of(a.whole(), b.whole())))));
  }

  /** What becomes of two values. */
  interface Operation {
    GoValue of(GoValue one, GoValue other) throws JqStop;
  }
}
