package dev.mayfly.cel;

import dev.mayfly.cel.Reading.Use;
import dev.mayfly.cel.TokenCursor.Mistake;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Set;

/**
 * Reads an expression as the API server would, without its types: is it one, which variables does
 * it name, and which functions does it call?
 */
public final class ExpressionReader {
  private static final Set<String> LITERALS = Set.of("true", "false", "null");
  private static final int DEEPEST = 200;

  /** The macros that bring a variable, or two (CEL and its extension for comprehensions). */
  private static final Set<String> BINDING =
      Set.of(
          "all",
          "exists",
          "exists_one",
          "existsOne",
          "filter",
          "map",
          "optMap",
          "optFlatMap",
          "transformList",
          "transformMap",
          "transformMapEntry");

  private final TokenCursor tokens;
  private int depth;
  private final Reading reading =
      new Reading(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private final Deque<String> bound = new ArrayDeque<>();

  private ExpressionReader(TokenCursor tokens) {
    this.tokens = tokens;
  }

  public static Reading read(String expression) {
    ExpressionReader reader = new ExpressionReader(new TokenCursor(ExpressionToken.of(expression)));
    try {
      reader.choice();
      if (reader.tokens.next().kind() != ExpressionToken.Kind.END) {
        throw reader.tokens.unexpected();
      }
    } catch (Mistake mistake) {
      reader.reading.errors().add(mistake.use());
    }
    return reader.reading;
  }

  private void choice() throws Mistake {
    if (++depth > DEEPEST) {
      throw new Mistake("the expression is nested too deeply", tokens.next().offset());
    }
    binary();
    if (tokens.take("?")) {
      binary();
      tokens.expect(":");
      choice();
    }
    depth--;
  }

  /** Precedence does not matter to what is asked here. */
  private void binary() throws Mistake {
    do {
      while (tokens.take("!") || tokens.take("-")) {
        // Any number of these may stand before an operand.
      }
      member();
    } while (tokens.takeAny(
        "||", "&&", "==", "!=", "<=", ">=", "<", ">", "in", "+", "-", "*", "/", "%"));
  }

  private void member() throws Mistake {
    String path = primary();
    while (true) {
      boolean optional = tokens.next().is(".?");
      if (tokens.takeAny(".", ".?")) {
        ExpressionToken name = tokens.word();
        if (tokens.next().is("(")) {
          call(name);
          path = "";
        } else {
          if (path.equals("variables")) {
            reading.members().add(new Use(name.text(), name.offset()));
          }
          path = path.isEmpty() || optional ? "" : path + "." + name.text();
        }
      } else if (tokens.takeAny("[", "[?")) {
        choice();
        tokens.expect("]");
        path = "";
      } else if (tokens.next().is("{") && !path.isEmpty()) {
        entries(true);
        path = "";
      } else {
        return;
      }
    }
  }

  /** The variable's name, where the operand is one and no macro brought it. */
  private String primary() throws Mistake {
    ExpressionToken token = tokens.next();
    if (token.kind() == ExpressionToken.Kind.LITERAL) {
      tokens.skip();
    } else if (tokens.take("(")) {
      choice();
      tokens.expect(")");
    } else if (tokens.takeAny("[", "[?")) {
      list("]");
    } else if (token.is("{")) {
      entries(false);
    } else {
      tokens.take(".");
      ExpressionToken name = tokens.word();
      if (LITERALS.contains(name.text())) {
        return "";
      }
      if (!Identifiers.isName(name.text())) {
        throw new Mistake("`" + name.text() + "` is a word that CEL reserves", name.offset());
      }
      if (tokens.next().is("(")) {
        call(name);
      } else if (!bound.contains(name.text())) {
        reading.roots().add(new Use(name.text(), name.offset()));
        return name.text();
      }
    }
    return "";
  }

  private void call(ExpressionToken name) throws Mistake {
    reading.functions().add(new Use(name.text(), name.offset()));
    tokens.expect("(");
    int variables = BINDING.contains(name.text()) ? boundHere() : 0;
    int arguments = list(")");
    if (name.text().equals("has") && arguments == 1 && !tokens.ahead(-3).is(".")) {
      throw new Mistake("`has` asks for a field, as in `has(object.spec)`", name.offset());
    }
    for (int i = 0; i < variables; i++) {
      bound.pop();
    }
  }

  /** A macro's first arguments are names, as long as another argument follows. */
  private int boundHere() {
    int variables = 0;
    while (variables < 2
        && tokens.ahead(2 * variables).kind() == ExpressionToken.Kind.WORD
        && tokens.ahead(2 * variables + 1).is(",")) {
      bound.push(tokens.ahead(2 * variables).text());
      variables++;
    }
    return variables;
  }

  /** How many there are. */
  private int list(String end) throws Mistake {
    int items = 0;
    while (!tokens.take(end)) {
      tokens.take("?");
      choice();
      items++;
      if (!tokens.take(",") && !tokens.next().is(end)) {
        throw tokens.unexpected();
      }
    }
    return items;
  }

  /** Of a map, or of a message, whose keys are its fields' names. */
  private void entries(boolean message) throws Mistake {
    tokens.expect("{");
    while (!tokens.take("}")) {
      tokens.take("?");
      if (message) {
        tokens.word();
      } else {
        choice();
      }
      tokens.expect(":");
      choice();
      if (!tokens.take(",") && !tokens.next().is("}")) {
        throw tokens.unexpected();
      }
    }
  }
}
