package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Template;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Beside production an object of the admins' own bears the preview's name, and so does what it
 * selects.
 */
record SharedExtraRules(
    Blueprint blueprint, Template template, Value.Fields object, Problems problems) {
  private static final Set<String> SELECTORS = Set.of("selector", "podSelector");

  void check() {
    Text application = blueprint.names().application();
    boolean own =
        ExtraRules.text(object, "metadata", "name")
            .filter(name -> name.equals(application) || startsWith(name, application.plus("-")))
            .isPresent();
    if (!own) {
      problems.error(
          "extra-name-shared",
          template.at("metadata", "name"),
          "in a shared namespace the name has to begin with that of the preview",
          "write `name: ${preview.application}-...`");
    }
    for (String selector : SELECTORS) {
      Value selected = object.at("spec", selector);
      if (selected != null && !carriesNumber(selected)) {
        problems.error(
            "extra-selector-shared",
            template.at("spec", selector),
            "in a shared namespace this selects pods of others too",
            "select `" + BundleSource.podLabel(blueprint) + ": ${preview.application}`");
      }
    }
    checkPods("spec", "template");
    checkPods("spec", "jobTemplate", "spec", "template");
  }

  /** The label is what network policies and the admission policy know the preview's pods by. */
  private void checkPods(String... path) {
    Value pods = object.at(path);
    if (pods == null) {
      return;
    }
    String label = BundleSource.podLabel(blueprint);
    List<String> way = new ArrayList<>(Arrays.asList(path));
    way.addAll(List.of("metadata", "labels", label));
    String[] labelled = way.toArray(String[]::new);
    boolean bears =
        ExtraRules.text(object, labelled)
            .filter(blueprint.names().application()::equals)
            .isPresent();
    if (!bears) {
      problems.error(
          "extra-pods-shared",
          template.at(labelled),
          "in a shared namespace pods have to bear the preview's label",
          "add the label `" + label + ": ${preview.application}`");
    }
  }

  private static boolean carriesNumber(Value value) {
    if (value instanceof Value.Str(Text text)) {
      return text.carriesNumber();
    }
    return value instanceof Value.Fields(Map<String, Value> entries)
        && entries.values().stream().anyMatch(SharedExtraRules::carriesNumber);
  }

  private static boolean startsWith(Text name, Text prefix) {
    List<Text.Part> parts = name.parts();
    List<Text.Part> first = prefix.parts();
    int last = first.size() - 1;
    return parts.size() >= first.size()
        && parts.subList(0, last).equals(first.subList(0, last))
        && parts.get(last) instanceof Text.Literal(String text)
        && first.get(last) instanceof Text.Literal(String start)
        && text.startsWith(start);
  }
}
