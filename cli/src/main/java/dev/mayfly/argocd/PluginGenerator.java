package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.argocd.gotemplate.PluginInput;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code plugin} generator (Argo CD, {@code generators/plugin.go}; Argo CD docs, "Plugin
 * Generator").
 */
public final class PluginGenerator {
  private PluginGenerator() {}

  /**
   * Reads the JSON of a plugin's answer, {@code {"output": {"parameters": [...]}}}.
   *
   * @throws ProblemsException (configuration) when it is none
   */
  public static List<GoValue.Entries> read(String name, byte[] bytes) {
    Node document = new JsonReader(Budget.LINT).read(name, bytes).single(Fault.CONFIGURATION);
    @Nullable Node parameters = document.at("output", "parameters");
    if (!(parameters instanceof ListNode list)) {
      throw refused(
          document, "`output.parameters` is not a list, so this is not an answer of a plugin");
    }
    List<GoValue.Entries> sets = new ArrayList<>();
    for (Node item : list.items()) {
      if (!(GoYaml.value(item) instanceof GoValue.Entries set)) {
        throw refused(item, "a set of parameters is " + item.describe() + ", not a map");
      }
      sets.add(set);
    }
    return List.copyOf(sets);
  }

  private static ProblemsException refused(Node at, String message) {
    return Fault.CONFIGURATION.error("wrong-type", at.location(), message, "");
  }

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    List<GoValue.Entries> answered =
        GeneratorContext.given(
            context.inputs().plugin(),
            generator,
            "the `plugin` generator asks a service that nobody answered for",
            "give its answer with `--plugin`");
    context.work().takes(answered.size(), generator);
    GoValue input = PluginInput.of(GoYaml.value(generator.at("input", "parameters")));
    List<GoValue.Entries> sets = new ArrayList<>();
    for (GoValue.Entries answer : answered) {
      SortedMap<String, GoValue> parameters = context.parameters(answer);
      // In place of a `generator` that the plugin itself answered, too.
      parameters.put("generator", GoValue.map(new TreeMap<>(Map.of("input", input))));
      sets.add(context.set(generator, parameters));
    }
    return sets;
  }
}
