package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.argocd.gotemplate.PluginInput;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code plugin} generator (Argo CD, {@code generators/plugin.go}). */
final class PluginGenerator {
  private PluginGenerator() {}

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
