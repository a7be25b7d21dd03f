package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ReadResult;
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
      GoValue value = GoYaml.value(item);
      if (value.isNil()) {
        throw GeneratorStop.stall(item.location(), "an element is null, which Argo CD cannot read");
      }
      GoValue.Entries element = map(item, value);
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
    ReadResult read = GoDocument.read(new Source("elementsYaml", yaml));
    if (!read.problems().isEmpty()) {
      throw GeneratorStop.unread(
          generator.location(), "`elementsYaml`", read.problems().getFirst());
    }
    Node document = read.documents().isEmpty() ? generator : read.documents().getFirst();
    boolean nothing = read.documents().isEmpty() || GoYaml.value(document).isNil();
    if (!nothing && !(document instanceof ListNode)) {
      throw GeneratorStop.stall(generator.location(), "`elementsYaml` is not a YAML list");
    }
    return maps(NodeValues.items(document));
  }

  static List<GoValue.Entries> maps(List<Node> items) throws GeneratorStop {
    List<GoValue.Entries> maps = new ArrayList<>();
    for (Node item : items) {
      maps.add(map(item));
    }
    return maps;
  }

  private static GoValue.Entries map(Node item) throws GeneratorStop {
    return map(item, GoYaml.value(item));
  }

  private static GoValue.Entries map(Node item, GoValue value) throws GeneratorStop {
    if (value instanceof GoValue.Entries entries) {
      return entries;
    }
    // Go reads null into a map that stays empty.
    if (value.isNil()) {
      return GoValue.map();
    }
    throw GeneratorStop.stall(item.location(), "an element is " + item.describe() + ", not a map");
  }

  /** Without Go templates every value must be a string, and only {@code values} may be a map. */
  private static GoValue.Entries flat(GoValue.Entries element, Node item) throws GeneratorStop {
    SortedMap<String, GoValue> flat = new TreeMap<>();
    for (Map.Entry<String, GoValue> entry : element.values().entrySet()) {
      if (entry.getKey().equals("values")) {
        if (!(entry.getValue() instanceof GoValue.Entries values)) {
          throw GeneratorStop.stall(item.location(), "the element's `values` is not a map");
        }
        for (Map.Entry<String, GoValue> value : values.values().entrySet()) {
          flat.put("values." + value.getKey(), text(value, item));
        }
      } else {
        flat.put(entry.getKey(), text(entry, item));
      }
    }
    return GoValue.map(flat);
  }

  private static GoValue text(Map.Entry<String, GoValue> entry, Node item) throws GeneratorStop {
    if (entry.getValue() instanceof GoValue.Text text) {
      return text;
    }
    throw GeneratorStop.stall(
        item.location(),
        "the element's "
            + MessageText.quoted(entry.getKey())
            + " is not a string, which `goTemplate` alone allows");
  }
}
