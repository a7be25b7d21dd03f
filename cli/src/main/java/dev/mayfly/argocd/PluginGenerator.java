package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;

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
    // The controller adds what the plugin was given, as a type of its own that prints its bytes.
    if (context.mentions("generator.input")) {
      throw GeneratorStop.unverifiable(
          generator.location(),
          "how `generator.input` is filled in is not known here",
          "have the plugin answer with what the template needs");
    }
    context.work().takes(answered.size(), generator);
    List<GoValue.Entries> sets = new ArrayList<>();
    for (GoValue.Entries answer : answered) {
      sets.add(context.set(generator, context.parameters(answer)));
    }
    return sets;
  }
}
