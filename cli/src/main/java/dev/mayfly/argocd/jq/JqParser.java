package dev.mayfly.argocd.jq;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.Set;

/** Reads an expression (itchyny/gojq, {@code parser.go.y}); what it does not know it refuses. */
final class JqParser {
  private static final Set<String> ORDERS = Set.of("==", "!=", "<", "<=", ">", ">=");
  private static final int DEEPEST = 100;
  private static final int LARGEST = 1_000_000;

  private final JqTokens tokens;
  private int depth;

  private JqParser(JqTokens tokens) {
    this.tokens = tokens;
  }

  static JqQuery parse(String text) throws JqStop {
    JqParser parser = new JqParser(new JqTokens(text));
    JqQuery query = parser.query();
    parser.tokens.require("");
    return query;
  }

  private JqQuery query() throws JqStop {
    if (++depth > DEEPEST) {
      throw JqStop.undecided("is nested too deeply");
    }
    JqQuery query = list();
    while (tokens.takes("|")) {
      query = query.then(list());
    }
    depth--;
    return query;
  }

  private JqQuery list() throws JqStop {
    JqQuery left = either();
    while (tokens.takes(",")) {
      JqQuery one = left;
      JqQuery other = either();
      left =
          (in, out) -> {
            one.run(in, out);
            other.run(in, out);
          };
    }
    return left;
  }

  private JqQuery either() throws JqStop {
    JqQuery left = both();
    while (tokens.takes("or")) {
      left = JqQuery.joined(left, both(), true);
    }
    return left;
  }

  private JqQuery both() throws JqStop {
    JqQuery left = comparison();
    while (tokens.takes("and")) {
      left = JqQuery.joined(left, comparison(), false);
    }
    return left;
  }

  private JqQuery comparison() throws JqStop {
    JqQuery left = postfix();
    String order = tokens.peek();
    if (!ORDERS.contains(order)) {
      return left;
    }
    tokens.next();
    return JqQuery.of(left, postfix(), (a, b) -> GoValue.of(JqCondition.isOrdered(order, a, b)));
  }

  /** Of several steps {@code ?} lets only the last one fail. */
  private JqQuery postfix() throws JqStop {
    JqQuery before = JqQuery.HERE;
    JqQuery last = term();
    boolean optional = false;
    while (true) {
      JqQuery step = last;
      if (tokens.takes("?")) {
        last = optional ? before.then(step).attempted() : step.attempted();
        before = optional ? JqQuery.HERE : before;
        optional = true;
      } else if (tokens.peek().equals("[") || tokens.isField()) {
        before = before.then(step);
        last = step();
        optional = false;
      } else {
        return before.then(last);
      }
    }
  }

  private JqQuery step() throws JqStop {
    String token = tokens.next();
    if (token.length() > 1) {
      return field(token.substring(1));
    }
    if (token.equals(".") && tokens.peek().startsWith("\"")) {
      return field(JqTokens.text(tokens.next()));
    }
    if (token.equals(".")) {
      tokens.require("[");
    }
    JqQuery step = bracket();
    tokens.require("]");
    return step;
  }

  private JqQuery bracket() throws JqStop {
    String key = tokens.peek();
    if (key.equals("]")) {
      return JqFound::addItems;
    }
    if (key.startsWith("\"")) {
      return field(JqTokens.text(tokens.next()));
    }
    int from = key.equals(":") ? 0 : JqTokens.number(tokens.next());
    if (!tokens.takes(":")) {
      return (in, out) -> out.add(in.item(from));
    }
    int to =
        !key.equals(":") && tokens.peek().equals("]") ? LARGEST : JqTokens.number(tokens.next());
    return (in, out) -> out.add(in.part(from, to));
  }

  private static JqQuery field(String name) {
    return (in, out) -> out.add(in.field(name));
  }

  private JqQuery term() throws JqStop {
    String token = tokens.peek();
    if (tokens.isField()) {
      return step();
    }
    tokens.next();
    return switch (token) {
      case "." -> JqQuery.HERE;
      case ".." -> JqFound::addAll;
      case "(" -> {
        JqQuery inner = query();
        tokens.require(")");
        yield inner;
      }
      case "null" -> literal(GoValue.NIL);
      case "true", "false" -> literal(GoValue.of(token.equals("true")));
      default -> {
        if (token.startsWith("\"")) {
          yield literal(GoValue.of(JqTokens.text(token)));
        }
        yield token.matches("-?[0-9]+")
            ? literal(new GoValue.Fraction(JqTokens.number(token)))
            : call(token);
      }
    };
  }

  private static JqQuery literal(GoValue value) {
    return (in, out) -> out.add(in.result(value));
  }

  private JqQuery call(String name) throws JqStop {
    if (!tokens.takes("(")) {
      return switch (name) {
        case "empty" -> (in, out) -> {};
        case "recurse" -> JqFound::addAll;
        case "not" -> (in, out) -> out.add(in.result(GoValue.of(!JqCondition.isTrue(in))));
        case "type" -> (in, out) -> out.add(in.result(GoValue.of(JqCondition.type(in.value()))));
        default -> throw JqTokens.unknown(name);
      };
    }
    JqQuery argument = query();
    tokens.require(")");
    if (name.equals("select")) {
      return (in, out) ->
          argument.eachValue(
              in,
              it -> {
                if (JqCondition.isTrue(it)) {
                  out.add(in);
                }
              });
    }
    JqQuery.Operation operation = JqCondition.OF_TWO.get(name);
    if (operation == null) {
      throw JqTokens.unknown(name);
    }
    return JqQuery.of(JqQuery.HERE, argument, operation);
  }
}
