package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Computes pipelines: each command's value is the last argument of the next. */
final class PipelineEvaluator {
  private final VariableScope scope;
  private final MissingKey missingKey;
  private final Meter meter;

  /** Whether the command in hand gives its list to one that does not mind the order. */
  private boolean inAnyOrder;

  PipelineEvaluator(VariableScope scope, MissingKey missingKey, Meter meter) {
    this.scope = scope;
    this.missingKey = missingKey;
    this.meter = meter;
  }

  GoValue evaluate(SyntaxTree.Pipeline pipeline, GoValue dot) throws TemplateStop {
    @Nullable GoValue value = null;
    List<SyntaxTree.Command> commands = pipeline.commands();
    for (int i = 0; i < commands.size(); i++) {
      SyntaxTree.Command command = commands.get(i);
      meter.step();
      try {
        inAnyOrder = i + 1 < commands.size() && ignoresOrder(commands.get(i + 1));
        GoValue given = command(command, dot, value);
        // Go looks into what holds any value, so that a null becomes like what is not there.
        value = given.isNil() ? GoValue.ABSENT : given;
      } catch (TemplateStop stop) {
        throw stop.at(command.offset());
      }
    }
    GoValue result = value == null ? GoValue.ABSENT : value;
    for (String name : pipeline.variables()) {
      scope.set(name, result, pipeline.assigns());
    }
    return result;
  }

  /** Whether what comes in gives the same result in whatever order. */
  private static boolean ignoresOrder(SyntaxTree.Command command) {
    return command.operands().size() == 1
        && command.operands().getFirst() instanceof SyntaxTree.Function(String name, int ignored)
        && (name.equals("sortAlpha") || name.equals("len"));
  }

  private GoValue command(SyntaxTree.Command command, GoValue dot, @Nullable GoValue piped)
      throws TemplateStop {
    SyntaxTree.Operand first = command.operands().getFirst();
    if (first instanceof SyntaxTree.Function(String name, int at)) {
      return call(name, command, dot, piped);
    }
    if (command.operands().size() > 1 || piped != null) {
      return method(command, dot, piped);
    }
    if (first instanceof SyntaxTree.Nil) {
      throw TemplateStop.failed("`nil` is not a command");
    }
    return operand(first, dot);
  }

  private GoValue call(
      String name, SyntaxTree.Command command, GoValue dot, @Nullable GoValue piped)
      throws TemplateStop {
    FunctionTable.OfValue function = FunctionCatalogue.computed(name);
    List<SyntaxTree.Operand> operands = command.operands().subList(1, command.operands().size());
    boolean anyOrder = inAnyOrder;
    inAnyOrder = false;
    boolean stopsEarly = name.equals("and") || name.equals("or");
    List<GoValue> arguments = new ArrayList<>();
    for (SyntaxTree.Operand operand : operands) {
      GoValue value = operand(operand, dot);
      if (stopsEarly && value.isTrue() == name.equals("or")) {
        return value;
      }
      arguments.add(value);
    }
    if (piped != null) {
      arguments.add(piped);
    }
    if (name.equals("keys") && anyOrder) {
      return GoValue.texts(MapFunctions.sortedKeys(new Arguments(name, arguments)));
    }
    if (stopsEarly && arguments.isEmpty()) {
      throw TemplateStop.failed("`" + name + "` takes at least 1 argument");
    }
    meter.arguments(arguments);
    return function.call(ObjectArguments.of(name, arguments));
  }

  /** A field with arguments is a method of what stands before it. */
  private GoValue method(SyntaxTree.Command command, GoValue dot, @Nullable GoValue piped)
      throws TemplateStop {
    SyntaxTree.Operand first = command.operands().getFirst();
    List<String> fields = first.fields();
    int last = fields.size() - 1;
    GoValue receiver =
        last < 0 ? GoValue.NIL : fields(start(first, dot), fields.subList(0, last), first.offset());
    if (!(receiver instanceof GoObject object)) {
      throw TemplateStop.failed("a value that is not a function has arguments");
    }
    List<GoValue> arguments = new ArrayList<>();
    for (SyntaxTree.Operand operand : command.operands().subList(1, command.operands().size())) {
      arguments.add(operand(operand, dot));
    }
    if (piped != null) {
      arguments.add(piped);
    }
    return object.method(fields.getLast(), arguments);
  }

  private GoValue operand(SyntaxTree.Operand operand, GoValue dot) throws TemplateStop {
    return fields(start(operand, dot), operand.fields(), operand.offset());
  }

  private GoValue start(SyntaxTree.Operand operand, GoValue dot) throws TemplateStop {
    return switch (operand) {
      case SyntaxTree.Literal literal -> literal.value();
      case SyntaxTree.Nil ignored -> GoValue.ABSENT;
      case SyntaxTree.Field ignored -> dot;
      case SyntaxTree.Variable variable -> scope.get(variable.name());
      case SyntaxTree.Function(String name, int at) -> {
        try {
          yield call(name, new SyntaxTree.Command(List.of(operand), at), dot, null);
        } catch (TemplateStop stop) {
          throw stop.at(at);
        }
      }
      case SyntaxTree.Group group -> evaluate(group.pipeline(), dot);
    };
  }

  private GoValue fields(GoValue start, List<String> fields, int at) throws TemplateStop {
    GoValue value = start;
    try {
      for (String field : fields) {
        value = field(value, field);
      }
    } catch (TemplateStop stop) {
      throw stop.at(at);
    }
    return value;
  }

  private GoValue field(GoValue receiver, String name) throws TemplateStop {
    return switch (receiver) {
      case GoValue.Entries(SortedMap<String, GoValue> entries, boolean ofText) -> {
        GoValue found = entries.get(name);
        yield found != null ? found : missing(name, ofText);
      }
      case GoObject object -> object.method(name, List.of());
      case GoValue.Absent ignored -> {
        if (missingKey == MissingKey.ERROR) {
          throw TemplateStop.failed("there is no entry for the key `" + name + "`");
        }
        yield GoValue.ABSENT;
      }
      case GoValue.Nil ignored ->
          throw TemplateStop.failed("`" + name + "` is read from nothing (null)");
      default -> throw TemplateStop.absent("a " + receiver.type() + " has no field `" + name + "`");
    };
  }

  private GoValue missing(String name, boolean ofText) throws TemplateStop {
    return switch (missingKey) {
      case INVALID -> GoValue.ABSENT;
      case ZERO -> ofText ? GoValue.of("") : GoValue.NIL;
      case ERROR -> throw TemplateStop.absent("there is no entry for the key `" + name + "`");
    };
  }
}
