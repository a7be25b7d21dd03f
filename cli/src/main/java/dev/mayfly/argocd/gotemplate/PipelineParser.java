package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;

/** Reads pipelines, and knows which variables are declared where they stand. */
final class PipelineParser {
  private static final int DEEPEST = 100;

  private final TokenReader in;
  private final List<String> declared = new ArrayList<>(List.of("$"));
  private int depth;

  PipelineParser(TokenReader in) {
    this.in = in;
  }

  int mark() {
    return declared.size();
  }

  void reset(int mark) {
    declared.subList(mark, declared.size()).clear();
  }

  Syntax.Pipeline pipeline(Token.Kind end) throws TemplateStop {
    return pipeline(end, 1);
  }

  /** The pipeline of {@code range}, which may declare an index too. */
  Syntax.Pipeline rangePipeline() throws TemplateStop {
    return pipeline(Token.Kind.CLOSE, 2);
  }

  private Syntax.Pipeline pipeline(Token.Kind end, int mostVariables) throws TemplateStop {
    int offset = in.peekWord().offset();
    if (++depth > DEEPEST) {
      throw TemplateStop.unverifiable("pipelines are nested deeper than " + DEEPEST).at(offset);
    }
    List<String> variables = new ArrayList<>();
    boolean assigns = declaration(variables, mostVariables);
    if (!assigns) {
      // Go knows the name from here on, though using it in its own declaration fails at run time.
      declared.addAll(variables);
    }
    List<Syntax.Command> commands = new ArrayList<>();
    while (true) {
      // Go takes a `|` before the end for none.
      if (!commands.isEmpty() && in.peekWord().kind() == end) {
        in.nextWord();
        break;
      }
      commands.add(command(end));
      Token token = in.nextWord();
      if (token.kind() == end) {
        break;
      }
      if (token.kind() != Token.Kind.PIPE) {
        throw TemplateStop.malformed(token.shown() + " cannot stand here", token.offset());
      }
    }
    for (Syntax.Command later : commands.subList(1, commands.size())) {
      if (!(later.operands().getFirst() instanceof Syntax.Function
          || later.operands().getFirst() instanceof Syntax.Field(List<String> f, int o)
              && !f.isEmpty()
          || later.operands().getFirst() instanceof Syntax.Variable
          || later.operands().getFirst() instanceof Syntax.Group)) {
        throw TemplateStop.malformed("what follows `|` cannot be called", later.offset());
      }
    }
    depth--;
    return new Syntax.Pipeline(List.copyOf(variables), assigns, List.copyOf(commands), offset);
  }

  /** Reads {@code $x :=}, {@code $i, $x :=} or {@code $x =} where one stands. */
  private boolean declaration(List<String> variables, int most) throws TemplateStop {
    int start = in.mark();
    while (in.peekWord().kind() == Token.Kind.VARIABLE) {
      Token variable = in.nextWord();
      Token next = in.peekWord();
      variables.add(variable.text());
      if (next.kind() == Token.Kind.COMMA && variables.size() < most) {
        in.nextWord();
        continue;
      }
      if (next.kind() == Token.Kind.DECLARE || next.kind() == Token.Kind.ASSIGN) {
        in.nextWord();
        boolean assigns = next.kind() == Token.Kind.ASSIGN;
        for (String name : assigns ? variables : List.<String>of()) {
          requireDeclared(name, variable.offset());
        }
        return assigns;
      }
      break;
    }
    variables.clear();
    in.reset(start);
    return false;
  }

  private void requireDeclared(String name, int offset) throws TemplateStop {
    if (!declared.contains(name)) {
      throw TemplateStop.malformed("the variable `" + name + "` is not declared", offset);
    }
  }

  private Syntax.Command command(Token.Kind end) throws TemplateStop {
    List<Syntax.Operand> operands = new ArrayList<>();
    int offset = in.peekWord().offset();
    while (true) {
      Token token = in.peekWord();
      if (token.kind() == Token.Kind.PIPE || token.kind() == end) {
        break;
      }
      operands.add(operand());
      Token.Kind after = in.peek().kind();
      if (after != Token.Kind.SPACE && after != Token.Kind.PIPE && after != end) {
        throw TemplateStop.malformed(
            in.peek().shown() + " cannot stand in an operand", in.peek().offset());
      }
    }
    if (operands.isEmpty()) {
      throw TemplateStop.malformed("a value is missing", offset);
    }
    return new Syntax.Command(List.copyOf(operands), offset);
  }

  private Syntax.Operand operand() throws TemplateStop {
    Token token = in.next();
    int offset = token.offset();
    return switch (token.kind()) {
      case STRING -> literal(GoValue.of(token.text()), offset);
      case CHARACTER -> {
        if (token.text().codePointCount(0, token.text().length()) != 1) {
          throw TemplateStop.malformed("single quotes hold one character, not a string", offset);
        }
        yield literal(GoValue.of(token.text().codePointAt(0)), offset);
      }
      case NUMBER ->
          literal(
              GoLiterals.number(token.text())
                  .orElseThrow(() -> TemplateStop.malformed("this is no number", offset)),
              offset);
      case DOT -> new Syntax.Field(noFields(offset), offset);
      case FIELD -> {
        List<String> fields = new ArrayList<>(List.of(token.text()));
        fields.addAll(fields());
        yield new Syntax.Field(List.copyOf(fields), offset);
      }
      case VARIABLE -> {
        requireDeclared(token.text(), offset);
        yield new Syntax.Variable(token.text(), fields(), offset);
      }
      case LEFT -> {
        Syntax.Pipeline inner = pipeline(Token.Kind.RIGHT);
        yield new Syntax.Group(inner, fields(), offset);
      }
      case WORD -> word(token);
      default -> throw TemplateStop.malformed(token.shown() + " cannot stand here", offset);
    };
  }

  private Syntax.Operand word(Token token) throws TemplateStop {
    int offset = token.offset();
    return switch (token.text()) {
      case "true", "false" -> literal(GoValue.of(token.text().equals("true")), offset);
      case "nil" -> new Syntax.Nil(offset);
      case "if", "else", "end", "range", "with", "define", "template", "block" ->
          throw TemplateStop.malformed("`" + token.text() + "` cannot stand here", offset);
      default -> {
        if (!FunctionCatalogue.isKnown(token.text())) {
          throw TemplateStop.malformed(
              "the function `" + token.text() + "` is not defined", offset);
        }
        yield new Syntax.Function(token.text(), offset);
      }
    };
  }

  private Syntax.Operand literal(GoValue value, int offset) throws TemplateStop {
    noFields(offset);
    return new Syntax.Literal(value, offset);
  }

  private List<String> noFields(int offset) throws TemplateStop {
    if (!fields().isEmpty()) {
      throw TemplateStop.malformed("a field cannot follow here", offset);
    }
    return List.of();
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    while (in.peek().kind() == Token.Kind.FIELD) {
      fields.add(in.next().text());
    }
    return List.copyOf(fields);
  }
}
