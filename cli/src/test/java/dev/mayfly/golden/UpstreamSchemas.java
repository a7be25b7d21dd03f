package dev.mayfly.golden;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonWriter;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.ScalarType;
import dev.mayfly.yaml.SchemaCheck;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The structural schemas of published CustomResourceDefinitions as JSON Schemas. Objects with named
 * properties are closed: the API server would prune a misspelt field without a word.
 */
final class UpstreamSchemas {
  private static final Budget BIG = new Budget(8 << 20, 200, 2_000_000, true);
  private static final Set<String> DROPPED =
      Set.of("description", "default", "example", "format", "title", "externalDocs", "nullable");

  private final Map<String, Node> schemas = new HashMap<>();
  private final Map<String, SchemaCheck> loaded = new HashMap<>();

  /** Reads every definition below a folder. */
  UpstreamSchemas(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return schemas.size();
  }

  /** The schema of a kind; for a patch without the demand that fields are there. */
  Optional<SchemaCheck> of(String apiVersion, String kind, boolean patch) {
    Node schema = schemas.get(apiVersion + " " + kind);
    if (schema == null) {
      return Optional.empty();
    }
    return Optional.of(
        loaded.computeIfAbsent(
            apiVersion + " " + kind + " " + patch,
            key ->
                SchemaCheck.of(
                    JsonWriter.write(schema(schema, true, patch))
                        .getBytes(StandardCharsets.UTF_8))));
  }

  private void add(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Node definition = new YamlReader(BIG).read(file.toString(), bytes).single(Fault.RENDERING);
    String group = definition.textAt("spec", "group");
    String kind = definition.textAt("spec", "names", "kind");
    for (Node version : ((ListNode) definition.at("spec", "versions")).items()) {
      if ("true".equals(version.textAt("served"))) {
        schemas.put(
            group + "/" + version.textAt("name") + " " + kind,
            version.at("schema", "openAPIV3Schema"));
      }
    }
  }

  private static Tree schema(Node node, boolean structural, boolean patch) {
    if (!(node instanceof MapNode map)) {
      return tree(node);
    }
    Map<String, Tree> out = new LinkedHashMap<>();
    boolean intOrString = "true".equals(map.textAt("x-kubernetes-int-or-string"));
    boolean open = "true".equals(map.textAt("x-kubernetes-preserve-unknown-fields"));
    for (MapNode.Entry entry : map.entries()) {
      String keyword = entry.key().text();
      boolean skipped =
          DROPPED.contains(keyword)
              || keyword.startsWith("x-kubernetes-")
              || (patch && keyword.equals("required"));
      if (!skipped) {
        out.put(keyword, keyword(keyword, entry.value(), structural, patch));
      }
    }
    if (intOrString) {
      out.remove("type");
      out.put(
          "type", new Tree.Sequence(List.of(new Tree.Text("integer"), new Tree.Text("string"))));
    }
    if (structural && !open && out.containsKey("properties")) {
      out.putIfAbsent("additionalProperties", new Tree.Bool(false));
    }
    return new Tree.Mapping(out);
  }

  private static Tree keyword(String keyword, Node value, boolean structural, boolean patch) {
    return switch (keyword) {
      case "properties" -> {
        Map<String, Tree> properties = new LinkedHashMap<>();
        ((MapNode) value)
            .entries()
            .forEach(e -> properties.put(e.key().text(), schema(e.value(), structural, patch)));
        yield new Tree.Mapping(properties);
      }
      case "items", "additionalProperties" -> schema(value, structural, patch);
      case "not" -> schema(value, false, patch);
      case "allOf", "anyOf", "oneOf" ->
          new Tree.Sequence(
              ((ListNode) value).items().stream().map(item -> schema(item, false, patch)).toList());
      default -> tree(value);
    };
  }

  private static Tree tree(Node node) {
    return switch (node) {
      case ScalarNode scalar when scalar.type() == ScalarType.STRING || scalar.isAmbiguous() ->
          new Tree.Text(scalar.text());
      default -> PlainTrees.of(node);
    };
  }
}
