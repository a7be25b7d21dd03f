package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a generator plugin answered (Argo CD docs, "Plugin Generator"). */
public final class PluginFile {
  private PluginFile() {}

  /**
   * Reads the JSON of an answer, {@code {"output": {"parameters": [...]}}}.
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
}
