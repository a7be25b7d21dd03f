package dev.mayfly.argocd.gotemplate;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Executes a template's blocks (Go, {@code text/template/exec.go}). */
final class Evaluator {
  /** How a list of nodes was left. */
  private enum Left {
    AT_END,
    BY_BREAK,
    BY_CONTINUE
  }

  private static final int DEEPEST = 500;

  private final Map<String, List<SyntaxTree>> templates;
  private final MissingKey missingKey;
  private final int depth;
  private final StringBuilder out;
  private final Meter meter;
  private final VariableScope scope;
  private final PipelineEvaluator pipelines;
  private final GoValue root;

  Evaluator(
      Map<String, List<SyntaxTree>> templates, GoValue root, MissingKey missingKey, Meter meter) {
    this(templates, root, missingKey, 0, new StringBuilder(), meter);
  }

  private Evaluator(
      Map<String, List<SyntaxTree>> templates,
      GoValue root,
      MissingKey missingKey,
      int depth,
      StringBuilder out,
      Meter meter) {
    this.templates = templates;
    this.missingKey = missingKey;
    this.depth = depth;
    this.out = out;
    this.meter = meter;
    this.root = root;
    this.scope = new VariableScope(root);
    this.pipelines = new PipelineEvaluator(scope, missingKey, meter);
  }

  void run(List<SyntaxTree> nodes) throws TemplateStop {
    nodes(nodes, root);
  }

  String text() {
    return out.toString();
  }

  private Left nodes(List<SyntaxTree> nodes, GoValue dot) throws TemplateStop {
    for (SyntaxTree node : nodes) {
      meter.step();
      Left left = node(node, dot);
      if (left != Left.AT_END) {
        return left;
      }
    }
    return Left.AT_END;
  }

  private Left node(SyntaxTree node, GoValue dot) throws TemplateStop {
    switch (node) {
      case SyntaxTree.Text(String text) -> out.append(text);
      case SyntaxTree.Action(SyntaxTree.Pipeline pipeline, int ignored) -> {
        GoValue value = pipelines.evaluate(pipeline, dot);
        if (pipeline.variables().isEmpty()) {
          out.append(value.isNil() ? "<no value>" : Meter.print(value));
        }
      }
      case SyntaxTree.Break ignored -> {
        return Left.BY_BREAK;
      }
      case SyntaxTree.Continue ignored -> {
        return Left.BY_CONTINUE;
      }
      case SyntaxTree.Branch block -> {
        int mark = scope.mark();
        GoValue value = pipelines.evaluate(block.value(), dot);
        Left left =
            value.isTrue()
                ? nodes(block.then(), block.setsDot() ? value : dot)
                : nodes(block.otherwise(), dot);
        scope.reset(mark);
        return left;
      }
      case SyntaxTree.Invocation invocation -> invoke(invocation, dot);
      case SyntaxTree.Range block -> {
        return range(block, dot);
      }
    }
    Meter.length(out.length());
    return Left.AT_END;
  }

  /** A named template sees its argument and no variable of its caller. */
  private void invoke(SyntaxTree.Invocation invocation, GoValue dot) throws TemplateStop {
    String name = invocation.template();
    List<SyntaxTree> body = templates.get(name);
    if (body == null) {
      throw TemplateStop.failed("the template `" + name + "` is not defined")
          .at(invocation.offset());
    }
    if (depth == DEEPEST) {
      throw TemplateStop.unverifiable("templates call each other more than " + DEEPEST + " deep")
          .at(invocation.offset());
    }
    GoValue argument =
        invocation.argument().isEmpty()
            ? GoValue.ABSENT
            : pipelines.evaluate(invocation.argument().get(), dot);
    GoValue inner = argument.isNil() ? GoValue.ABSENT : argument;
    new Evaluator(templates, inner, missingKey, depth + 1, out, meter).run(body);
  }

  private Left range(SyntaxTree.Range block, GoValue dot) throws TemplateStop {
    int mark = scope.mark();
    GoValue value = pipelines.evaluate(block.value(), dot);
    int inner = scope.mark();
    boolean any = true;
    switch (value) {
      case GoValue.Items(List<GoValue> items, String ignored) -> {
        any = !items.isEmpty();
        for (int i = 0; i < items.size(); i++) {
          if (!once(block, GoValue.of(i), items.get(i), inner)) {
            break;
          }
        }
      }
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ignored) -> {
        any = !entries.isEmpty();
        for (var entry : entries.entrySet()) {
          if (!once(block, GoValue.of(entry.getKey()), entry.getValue(), inner)) {
            break;
          }
        }
      }
      case GoValue.Whole(long count, boolean wide) -> {
        if (block.value().variables().size() > 1) {
          throw TemplateStop.failed("`range` over a number has one variable").at(block.offset());
        }
        any = count > 0;
        for (long i = 0; i < count; i++) {
          if (!once(block, GoValue.of(i), GoValue.of(i), inner)) {
            break;
          }
        }
      }
      case GoValue.Nil ignored -> any = false;
      case GoValue.Absent ignored -> any = false;
      case PluginInput ignored ->
          throw TemplateStop.unverifiable("`range` over what a plugin was given is not computed");
      default ->
          throw TemplateStop.failed("`range` cannot run over a " + value.type()).at(block.offset());
    }
    Left left = any ? Left.AT_END : nodes(block.otherwise(), dot);
    scope.reset(mark);
    return left;
  }

  /** One turn; false after {@code break}. */
  private boolean once(SyntaxTree.Range block, GoValue key, GoValue value, int mark)
      throws TemplateStop {
    meter.step();
    List<String> names = block.value().variables();
    scope.reset(mark);
    if (names.size() == 2) {
      scope.set(names.getFirst(), key, block.value().assigns());
    }
    if (!names.isEmpty()) {
      scope.set(names.getLast(), value, block.value().assigns());
    }
    return nodes(block.body(), value) != Left.BY_BREAK;
  }
}
