package dev.mayfly.lint;

import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What strategic-merge patches are for; one patch is asked about for many objects. */
final class PatchTexts {
  /** The kind and name that a patch is for; both empty where it does not say, or is unreadable. */
  record Part(String kind, String name) {
    private static final Part ANY = new Part("", "");

    private static Part of(Node document) {
      String kind = document.textAt("kind");
      String name = document.textAt("metadata", "name");
      return document instanceof MapNode && kind != null && name != null
          ? new Part(kind, name)
          : ANY;
    }
  }

  private final YamlReader reader = new YamlReader(Budget.LINT);
  private final Map<String, List<Part>> read = new ConcurrentHashMap<>();

  List<Part> of(String patch) {
    return read.computeIfAbsent(patch, this::parts);
  }

  private List<Part> parts(String patch) {
    ReadResult result = reader.read("patch", patch.getBytes(StandardCharsets.UTF_8));
    return !result.problems().isEmpty() || result.documents().isEmpty()
        ? List.of(Part.ANY)
        : result.documents().stream().map(Part::of).toList();
  }
}
