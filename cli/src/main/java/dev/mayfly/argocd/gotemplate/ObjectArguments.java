package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which functions take a {@link GoObject}; what others make of one is not computed. */
final class ObjectArguments {
  private static final Set<String> AS_TEXT =
      Set.of("print", "println", "toString", "quote", "squote", "and", "or", "not", "printf");
  private static final Set<String> AS_NUMBER =
      Set.of(
          "add", "add1", "sub", "mul", "div", "mod", "max", "biggest", "min", "int", "int64",
          "float64", "eq", "ne", "lt", "le", "gt", "ge");

  private static final Set<String> OF_TIMES = FunctionTable.of(DateFunctions::addTo).keySet();

  private ObjectArguments() {}

  static Arguments of(String function, List<GoValue> values) throws TemplateStop {
    List<GoValue> taken = new ArrayList<>();
    for (GoValue value : values) {
      if (value instanceof UnsignedNumber number && AS_NUMBER.contains(function)) {
        taken.add(number.asWhole());
      } else if (value instanceof GoTime time && OF_TIMES.contains(function)) {
        taken.add(time);
      } else if (value instanceof PluginInput && function.equals("index")) {
        taken.add(value);
      } else if (value instanceof GoObject object && !AS_TEXT.contains(function)) {
        throw TemplateStop.unverifiable(
            "`" + function + "` of a `" + object.goType() + "` is not computed");
      } else {
        taken.add(value);
      }
    }
    return new Arguments(function, taken);
  }
}
