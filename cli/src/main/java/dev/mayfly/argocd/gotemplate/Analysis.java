package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the parameters and calls of a template without executing it. */
final class Analysis {
  private static final int MOST_INVOCATIONS = 200;
  private static final int DEEPEST = 10;

  private final TemplateLines lines;
  private final Map<String, List<SyntaxTree>> templates;
  private int invocations;
  private int depth;
  private final List<ParameterReference> references = new ArrayList<>();
  private final List<FunctionCall> calls = new ArrayList<>();

  /** The path a variable stands for; null where it is an item or a computed value. */
  private final Map<String, @Nullable List<String>> variables = new HashMap<>();

  Analysis(String text, Map<String, List<SyntaxTree>> templates) {
    this.lines = new TemplateLines(text);
    this.templates = templates;
    variables.put("$", List.of());
  }

  List<ParameterReference> references() {
    return List.copyOf(references);
  }

  List<FunctionCall> calls() {
    return List.copyOf(calls);
  }

  void nodes(List<SyntaxTree> nodes, @Nullable List<String> dot) {
    for (SyntaxTree node : nodes) {
      switch (node) {
        case SyntaxTree.Text ignored -> {}
        case SyntaxTree.Break ignored -> {}
        case SyntaxTree.Continue ignored -> {}
        case SyntaxTree.Action action -> pipeline(action.pipeline(), dot, List.of());
        case SyntaxTree.Invocation invocation -> invoke(invocation, dot);
        case SyntaxTree.Branch block -> {
          @Nullable List<String> path =
              pipeline(block.value(), dot, List.of(block.setsDot() ? "with" : "if"));
          nodes(block.then(), block.setsDot() ? path : dot);
          nodes(block.otherwise(), dot);
        }
        case SyntaxTree.Range block -> {
          pipeline(block.value(), dot, List.of("range"));
          block.value().variables().forEach(name -> variables.put(name, null));
          nodes(block.body(), null);
          nodes(block.otherwise(), dot);
        }
      }
    }
  }

  /** Follows a template with its argument; one that calls itself is followed a few times. */
  private void invoke(SyntaxTree.Invocation invocation, @Nullable List<String> dot) {
    @Nullable List<String> path =
        invocation.argument().isEmpty()
            ? null
            : pipeline(invocation.argument().get(), dot, List.of("template"));
    if (depth < DEEPEST && invocations++ < MOST_INVOCATIONS) {
      depth++;
      Map<String, @Nullable List<String>> outer = new HashMap<>(variables);
      variables.put("$", path);
      nodes(templates.getOrDefault(invocation.template(), List.of()), path);
      variables.putAll(outer);
      depth--;
    }
  }

  /** Gives the path that the pipeline's value is, where it is one. */
  private @Nullable List<String> pipeline(
      SyntaxTree.Pipeline pipeline, @Nullable List<String> dot, List<String> user) {
    List<String> later = new ArrayList<>(user);
    for (int i = pipeline.commands().size() - 1; i >= 0; i--) {
      SyntaxTree.Command command = pipeline.commands().get(i);
      if (command.operands().getFirst() instanceof SyntaxTree.Function(String name, int at)) {
        List<SyntaxTree.Operand> arguments =
            new ArrayList<>(command.operands().subList(1, command.operands().size()));
        if (i > 0 && pipeline.commands().get(i - 1).operands().size() == 1) {
          arguments.add(pipeline.commands().get(i - 1).operands().getFirst());
        }
        call(name, at, arguments, dot);
        later.addFirst(name);
        operands(command.operands().subList(1, command.operands().size()), dot, later);
      } else {
        operands(command.operands(), dot, later);
      }
    }
    SyntaxTree.Command only = pipeline.commands().getFirst();
    boolean simple = pipeline.commands().size() == 1 && only.operands().size() == 1;
    @Nullable List<String> path = simple ? path(only.operands().getFirst(), dot) : null;
    pipeline.variables().forEach(name -> variables.put(name, path));
    return path;
  }

  private void operands(
      List<SyntaxTree.Operand> operands, @Nullable List<String> dot, List<String> later) {
    for (SyntaxTree.Operand operand : operands) {
      @Nullable List<String> path = path(operand, dot);
      if (path != null) {
        references.add(new ParameterReference(path, lines.at(operand.offset()), later));
      } else if (operand instanceof SyntaxTree.Group group) {
        pipeline(group.pipeline(), dot, later);
      }
    }
  }

  private @Nullable List<String> path(SyntaxTree.Operand operand, @Nullable List<String> dot) {
    return switch (operand) {
      case SyntaxTree.Field(List<String> fields, int ignored) -> joined(dot, fields);
      case SyntaxTree.Variable(String name, List<String> fields, int ignored) ->
          joined(variables.get(name), fields);
      default -> null;
    };
  }

  private static @Nullable List<String> joined(@Nullable List<String> base, List<String> fields) {
    if (base == null) {
      return null;
    }
    List<String> path = new ArrayList<>(base);
    path.addAll(fields);
    return path;
  }

  /** What is piped in is the last argument. */
  private void call(
      String name, int at, List<SyntaxTree.Operand> arguments, @Nullable List<String> dot) {
    Optional<List<String>> first = Optional.empty();
    List<List<String>> others = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      SyntaxTree.Operand argument = arguments.get(i);
      @Nullable List<String> path = path(argument, dot);
      if (i == 0) {
        first = Optional.ofNullable(path);
      } else if (path != null) {
        others.add(path);
      }
      switch (argument) {
        case SyntaxTree.Literal(GoValue.Text(String value), int ignored) -> literals.add(value);
        case SyntaxTree.Literal(GoValue.Whole(long value, boolean wide), int ignored) ->
            literals.add("" + value);
        default -> {}
      }
    }
    calls.add(
        new FunctionCall(name, lines.at(at), first, List.copyOf(others), List.copyOf(literals)));
  }
}
