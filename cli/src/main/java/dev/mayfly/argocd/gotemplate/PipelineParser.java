package dev.mayfly.argocd.gotemplate;

import dev.mayfly.argocd.gotemplate.TemplateToken.Kind;
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

  SyntaxTree.Pipeline pipeline(Kind end) throws TemplateStop {
    return pipeline(end, 1);
  }

  /** The pipeline of {@code range}, which may declare an index too. */
  SyntaxTree.Pipeline rangePipeline() throws TemplateStop {
    return pipeline(Kind.CLOSE, 2);
  }

  private SyntaxTree.Pipeline pipeline(Kind end, int mostVariables) throws TemplateStop {
    int offset = in.peekWord().offset();
    if (++depth > DEEPEST) {
      throw TemplateStop.unverifiable("pipelines are nested deeper than " + DEEPEST).at(offset);
    }
    List<String> variables = new ArrayList<>();
    boolean assigns = declaration(variables, mostVariables);
    // Go knows a name from here on, and whether there is such a variable it asks at run time.
    declared.addAll(variables);
    List<SyntaxTree.Command> commands = new ArrayList<>();
    while (true) {
      // Go takes a `|` before the end for none.
      if (!commands.isEmpty() && in.peekWord().kind() == end) {
        in.nextWord();
        break;
      }
      commands.add(command(end));
      TemplateToken token = in.nextWord();
      if (token.kind() == end) {
        break;
      }
      if (token.kind() != Kind.PIPE) {
        throw TemplateStop.malformed(token.shown() + " cannot stand here", token.offset());
      }
    }
    for (SyntaxTree.Command later : commands.subList(1, commands.size())) {
      if (!later.operands().getFirst().isCallable()) {
        throw TemplateStop.malformed("what follows `|` cannot be called", later.offset());
      }
    }
    depth--;
    return new SyntaxTree.Pipeline(List.copyOf(variables), assigns, List.copyOf(commands), offset);
  }

  /** Reads {@code $x :=}, {@code $i, $x :=} or {@code $x =} where one stands. */
  private boolean declaration(List<String> variables, int most) throws TemplateStop {
    int start = in.mark();
    while (in.peekWord().kind() == Kind.VARIABLE) {
      TemplateToken variable = in.nextWord();
      TemplateToken next = in.peekWord();
      variables.add(variable.text());
      if (next.kind() == Kind.COMMA && variables.size() < most) {
        in.nextWord();
        continue;
      }
      if (next.kind() == Kind.DECLARE || next.kind() == Kind.ASSIGN) {
        in.nextWord();
        return next.kind() == Kind.ASSIGN;
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

  private SyntaxTree.Command command(Kind end) throws TemplateStop {
    List<SyntaxTree.Operand> operands = new ArrayList<>();
    int offset = in.peekWord().offset();
    while (true) {
      TemplateToken token = in.peekWord();
      if (token.kind() == Kind.PIPE || token.kind() == end) {
        break;
      }
      operands.add(operand());
      Kind after = in.peek().kind();
      if (after != Kind.SPACE && after != Kind.PIPE && after != end) {
        throw TemplateStop.malformed(
            in.peek().shown() + " cannot stand in an operand", in.peek().offset());
      }
    }
    if (operands.isEmpty()) {
      throw TemplateStop.malformed("a value is missing", offset);
    }
    return new SyntaxTree.Command(List.copyOf(operands), offset);
  }

  private SyntaxTree.Operand operand() throws TemplateStop {
    TemplateToken token = in.next();
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
                  .orElseThrow(() -> TemplateStop.malformed("this is not a number", offset)),
              offset);
      case DOT -> new SyntaxTree.Field(noFields(offset), offset);
      case FIELD -> {
        List<String> fields = new ArrayList<>(List.of(token.text()));
        fields.addAll(fields());
        yield new SyntaxTree.Field(List.copyOf(fields), offset);
      }
      case VARIABLE -> {
        requireDeclared(token.text(), offset);
        yield new SyntaxTree.Variable(token.text(), fields(), offset);
      }
      case LEFT -> {
        SyntaxTree.Pipeline inner = pipeline(Kind.RIGHT);
        yield new SyntaxTree.Group(inner, fields(), offset);
      }
      case WORD -> word(token);
      default -> throw TemplateStop.malformed(token.shown() + " cannot stand here", offset);
    };
  }

  private SyntaxTree.Operand word(TemplateToken token) throws TemplateStop {
    int offset = token.offset();
    return switch (token.text()) {
      case "true", "false" -> literal(GoValue.of(token.text().equals("true")), offset);
      case "nil" -> new SyntaxTree.Nil(offset);
      case "if", "else", "end", "range", "with", "define", "template", "block" ->
          throw TemplateStop.malformed("`" + token.text() + "` cannot stand here", offset);
      default -> {
        if (!FunctionCatalogue.isKnown(token.text())) {
          throw TemplateStop.malformed(
              "the function `" + token.text() + "` is not defined", offset);
        }
        yield new SyntaxTree.Function(token.text(), offset);
      }
    };
  }

  private SyntaxTree.Operand literal(GoValue value, int offset) throws TemplateStop {
    noFields(offset);
    return new SyntaxTree.Literal(value, offset);
  }

  private List<String> noFields(int offset) throws TemplateStop {
    if (!fields().isEmpty()) {
      throw TemplateStop.malformed("a field cannot follow here", offset);
    }
    return List.of();
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    while (in.peek().kind() == Kind.FIELD) {
      fields.add(in.next().text());
    }
    return List.copyOf(fields);
  }
}
