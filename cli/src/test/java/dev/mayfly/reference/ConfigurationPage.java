package dev.mayfly.reference;

import dev.mayfly.event.Markdown;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/reference/configuration.md}: every key of {@code mayfly.yaml}, from its schema. */
public final class ConfigurationPage {
  private static final String HEAD =
      """
      # Configuration: mayfly.yaml

      Generated from `schemas/mayfly.schema.json`, which `mayfly schema` prints. An editor that speaks YAML's
      language server completes and checks the file by a first line such as
      `# yaml-language-server: $schema=mayfly.schema.json`.

      A key that is not listed is an error, with the nearest name that is. So is a wrong type, a key written
      twice, and a combination that cannot work or is not safe: those are not in the schema, and are refused
      when the file is loaded, with the ways out.

      """;

  private final MapNode definitions;
  private final StringBuilder page = new StringBuilder(HEAD);
  private final Map<String, Node> types = new TreeMap<>();
  private final Set<String> sections = new HashSet<>();

  private ConfigurationPage(Node schema) {
    this.definitions = map(schema, "$defs");
  }

  static String of(Node schema) {
    ConfigurationPage page = new ConfigurationPage(schema);
    page.section("", schema);
    page.types();
    return page.page.toString();
  }

  /** An object: what it is for, its keys, and then the objects below it. */
  private void section(String path, Node written) {
    if (!sections.add(path)) {
      return;
    }
    Node schema = resolved(written);
    List<MapNode> variants = variants(schema);
    page.append("## ").append(path.isEmpty() ? "The file" : "`" + path + "`").append("\n\n");
    if (!path.isEmpty()) {
      page.append(capital(meaning(written))).append(".\n\n");
    }
    if (variants.isEmpty()) {
      keys(path, schema);
      return;
    }
    for (MapNode variant : variants) {
      MapNode.Entry selector = map(variant, "if", "properties").entries().getFirst();
      String value = text(selector.value(), "const");
      Node then = resolved(variant.get("then"));
      page.append("With `%s: %s`: %s.\n\n".formatted(selector.key().text(), value, meaning(then)));
      keys(path, then);
    }
  }

  private void keys(String path, Node object) {
    List<String> required = texts(object.at("required"));
    List<MapNode.Entry> keys = map(object, "properties").entries();
    page.append("| key | type | default | meaning |\n|---|---|---|---|\n");
    for (MapNode.Entry key : keys) {
      String name = key.key().text();
      Node schema = key.value();
      String initial =
          required.contains(name)
              ? "required"
              : Optional.ofNullable(schema.at("default")).map(d -> "`" + json(d) + "`").orElse("");
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(name, pipes(type(path, name, schema)), initial, cell(meaning(schema))));
    }
    page.append('\n');
    for (MapNode.Entry key : keys) {
      below(path, key.key().text(), key.value());
    }
  }

  private void below(String path, String name, Node schema) {
    if (isShortForm(resolved(schema))) {
      section(child(path, name), schema);
      return;
    }
    Node items = resolved(schema).at("items");
    Node inner = items == null ? schema : items;
    if (hasKeys(resolved(inner))) {
      section(
          child(path, name) + (items == null ? "" : "[]"),
          inner == items ? merged(schema, items) : inner);
    }
  }

  /** The description of a list stands for that of its items, where they have none. */
  private static Node merged(Node list, Node items) {
    return items.textAt("description") == null && items.textAt("$ref") == null
        ? new MapNode(
            java.util.stream.Stream.concat(
                    ((MapNode) items).entries().stream(),
                    ((MapNode) list)
                        .entries().stream()
                            .filter(entry -> entry.key().text().equals("description")))
                .toList(),
            items.location())
        : items;
  }

  private String type(String path, String name, Node written) {
    Node schema = resolved(written);
    if (isShortForm(schema)) {
      Node items = schema.at("items");
      String shortly = items == null ? plain(written) : "list of " + plain(items);
      return shortly + ", or " + link(child(path, name));
    }
    if (schema.at("items") instanceof Node items) {
      return "list of "
          + (hasKeys(resolved(items)) ? link(child(path, name) + "[]") : plain(items));
    }
    return hasKeys(schema) ? link(child(path, name)) : plain(written);
  }

  private String plain(Node written) {
    String reference = reference(written);
    Node schema = resolved(written);
    if (!reference.isEmpty()) {
      types.put(reference, schema);
      return "[" + reference + "](#types)";
    } else if (written.at("enum") instanceof ListNode words) {
      return words.items().stream().map(w -> "`" + json(w) + "`").collect(Collectors.joining(", "));
    } else if (written.textAt("const") != null) {
      return "`" + text(written, "const") + "`";
    } else if (written.at("additionalProperties") instanceof MapNode values) {
      return "map of " + plain(values);
    }
    String type = text(written, "type");
    String least = written.textAt("minimum");
    return least == null ? type : type + ", " + least + " to " + text(written, "maximum");
  }

  private void types() {
    page.append("## Types\n\n| type | is | written as |\n|---|---|---|\n");
    types.forEach((name, schema) -> {
      String pattern =
          schema.at("enum") instanceof ListNode words
              ? String.join(", ", texts(words))
              : Optional.ofNullable(schema.textAt("pattern")).orElse("");
      page.append(
          "| %s | %s | %s |\n"
              .formatted(
                  name,
                  cell(meaning(schema)),
                  pattern.isEmpty() ? "" : "`" + pipes(pattern) + "`"));
    });
  }

  private static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** GitHub's and GitLab's anchor of a heading that is nothing but code. */
  private static String link(String path) {
    return "[object](#" + path.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "") + ")";
  }

  /** A value that may be written as a map, or as a list or a text where that says enough. */
  private static boolean isShortForm(Node schema) {
    return schema.at("type") instanceof ListNode && schema.at("properties") instanceof MapNode;
  }

  private boolean hasKeys(Node schema) {
    return schema.at("properties") instanceof MapNode || !variants(schema).isEmpty();
  }

  private static List<MapNode> variants(Node schema) {
    List<MapNode> variants = new ArrayList<>();
    if (schema.at("allOf") instanceof ListNode all) {
      all.items().forEach(item -> variants.add((MapNode) item));
    }
    return variants;
  }

  private Node resolved(Node schema) {
    String reference = reference(schema);
    return reference.isEmpty() ? schema : definitions.get(reference);
  }

  private static String reference(Node schema) {
    return Optional.ofNullable(schema.textAt("$ref")).orElse("").replace("#/$defs/", "");
  }

  private String meaning(Node written) {
    String own = written.textAt("description");
    return own != null ? own : text(resolved(written), "description");
  }

  private static String text(Node node, String key) {
    String text = node.textAt(key);
    if (text == null) {
      throw new IllegalStateException(node.location() + " has no " + key);
    }
    return text;
  }

  private static MapNode map(Node node, String... path) {
    return (MapNode) node.at(path);
  }

  private static List<String> texts(Node list) {
    return list instanceof ListNode items
        ? items.items().stream().map(ConfigurationPage::json).toList()
        : List.of();
  }

  private static String json(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar.text();
      case ListNode list ->
          list.items().stream()
              .map(ConfigurationPage::json)
              .collect(Collectors.joining(", ", "[", "]"));
      case MapNode map ->
          map.entries().stream()
              .map(entry -> entry.key().text() + ": " + json(entry.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** Text of a table's cell; what is Markdown already needs its bars escaped and no more. */
  public static String cell(String text) {
    return Markdown.cell(text);
  }

  private static String pipes(String text) {
    return text.replace("|", "\\|");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
