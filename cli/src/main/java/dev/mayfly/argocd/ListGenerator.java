package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The {@code list} generator (Argo CD, {@code generators/list.go}). */
final class ListGenerator {
  private ListGenerator() {}

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    List<GoValue.Entries> sets = new ArrayList<>();
    for (Node item : Shapes.list("elements", generator.at("elements"))) {
      GoValue.Entries element = map(item);
      sets.add(context.goTemplate() ? element : flat(element, item));
    }
    @Nullable String yaml = generator.textAt("elementsYaml");
    if (yaml != null && !yaml.isEmpty()) {
      sets.addAll(fromText(yaml, generator, context));
    }
    return sets;
  }

  private static List<GoValue.Entries> fromText(
      String yaml, Node generator, GeneratorContext context) throws GeneratorStop {
    context.work().takes(GeneratorWork.size(yaml.length()), generator);
    ReadResult read = new YamlReader(Budget.LINT).read(new Source("elementsYaml", yaml));
    boolean one = read.problems().isEmpty() && read.documents().size() == 1;
    if (!one || !(read.documents().getFirst() instanceof ListNode list)) {
      throw GeneratorStop.stall(generator.location(), "`elementsYaml` is not a YAML list");
    }
    List<GoValue.Entries> sets = new ArrayList<>();
    for (Node item : list.items()) {
      sets.add(map(item));
    }
    return sets;
  }

  static GoValue.Entries map(Node item) throws GeneratorStop {
    if (GoYaml.value(item) instanceof GoValue.Entries entries) {
      return entries;
    }
    throw GeneratorStop.stall(item.location(), "an element is " + item.describe() + ", not a map");
  }

  /** Without Go templates every value must be a string, and only {@code values} may be a map. */
  private static GoValue.Entries flat(GoValue.Entries element, Node item) throws GeneratorStop {
    SortedMap<String, GoValue> flat = new TreeMap<>();
    for (Map.Entry<String, GoValue> entry : element.values().entrySet()) {
      if (entry.getKey().equals("values") && entry.getValue() instanceof GoValue.Entries values) {
        for (Map.Entry<String, GoValue> value : values.values().entrySet()) {
          flat.put("values." + value.getKey(), text(value, item));
        }
      } else {
        flat.put(entry.getKey(), text(entry, item));
      }
    }
    return new GoValue.Entries(flat, false);
  }

  private static GoValue text(Map.Entry<String, GoValue> entry, Node item) throws GeneratorStop {
    if (entry.getValue() instanceof GoValue.Text text) {
      return text;
    }
    throw GeneratorStop.stall(
        item.location(),
        "the element's `"
            + Shown.value(entry.getKey())
            + "` is no string, which `goTemplate` alone allows");
  }
}
