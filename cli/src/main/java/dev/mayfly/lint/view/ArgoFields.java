package dev.mayfly.lint.view;

import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that Argo CD's kinds have; a strict client refuses any other, and the API server drops
 * it (Argo CD, {@code manifests/crds}).
 */
public final class ArgoFields {
  private static final String RESOURCE = "/lint/argo-cd-fields.txt";

  private ArgoFields() {}

  /** A key that is no field, and the names that would be. */
  public record Unknown(ScalarNode key, Set<String> allowed) {}

  /** Read when the first object of Argo CD is met. */
  private static final class Catalogue {
    /** By type, its fields with the type of what stands in them; empty where anything may. */
    static final Map<String, Map<String, String>> TYPES = read();

    private static Map<String, Map<String, String>> read() {
      try (InputStream in = ArgoFields.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("no resource " + RESOURCE);
        }
        Map<String, Map<String, String>> types = new HashMap<>();
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" "))
            .forEach(words -> types.put(words[0], fields(words)));
        return types;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static Map<String, String> fields(String[] words) {
      Map<String, String> fields = new HashMap<>();
      for (int i = 1; i < words.length; i++) {
        int colon = words[i].indexOf(':');
        fields.put(
            colon < 0 ? words[i] : words[i].substring(0, colon),
            colon < 0 ? "" : words[i].substring(colon + 1));
      }
      return fields;
    }
  }

  /** The keys of an object's {@code spec} that are no fields, in the order written. */
  public static List<Unknown> unknown(Resource resource) {
    List<Unknown> found = new ArrayList<>();
    Map<String, String> kind = Catalogue.TYPES.getOrDefault(resource.kind(), Map.of());
    Node spec = resource.at("spec");
    if (spec != null && kind.containsKey("spec")) {
      check(spec, kind.getOrDefault("spec", ""), found);
    }
    return found;
  }

  private static void check(Node node, String type, List<Unknown> found) {
    Map<String, String> fields = Catalogue.TYPES.get(type);
    switch (node) {
      case ListNode list -> list.items().forEach(item -> check(item, type, found));
      case MapNode map when fields != null -> {
        for (MapNode.Entry entry : map.entries()) {
          String below = fields.get(entry.key().text());
          if (below == null && !TemplateText.hasActions(entry.key().text())) {
            found.add(new Unknown(entry.key(), fields.keySet()));
          } else if (below != null) {
            check(entry.value(), below, found);
          }
        }
      }
      default -> {}
    }
  }
}
