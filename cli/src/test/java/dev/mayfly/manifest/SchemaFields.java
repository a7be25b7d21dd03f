package dev.mayfly.manifest;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks into the schemas as documents, and for the names that the readers ask for. */
final class SchemaFields {
  private static final Pattern ASKED =
      Pattern.compile(
          "(?:\\.(?:text|optionalText|texts|textMap|flag|integers?|requiredInteger|choice|requiredChoice"
              + "|map|requiredMap|mapOrEmpty|maps|raw|items|freeMap)\\(\\s*|(?:pattern|quantities)\\(\\w+, "
              // The parts that `targets` names, each with its newest release.
              + "|[A-Z_]+\\((?=\"\\w+\", \"[0-9.]+\"\\)))"
              + "\"(\\w+)\"");

  private SchemaFields() {}

  static Node document(SchemaName name) {
    return new JsonReader(Budget.LINT).read(name.path(), name.bytes()).single(Fault.RENDERING);
  }

  /** The names of all properties, wherever they stand. */
  static Set<String> names(SchemaName name) {
    Set<String> names = new TreeSet<>();
    visit(
        document(name),
        "",
        (path, map) -> {
          if (map.get("properties") instanceof MapNode properties) {
            names.addAll(properties.keys());
          }
        });
    return names;
  }

  /** The names in the source of the readers, which is where a binder's vocabulary is written. */
  static Set<String> askedByReaders() {
    Set<String> names = new TreeSet<>();
    Path folder = Path.of("cli", "src", "main", "java", "dev", "mayfly", "platform");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String source = Files.readString(file);
        if (source.contains("import dev.mayfly.yaml.Fields;")) {
          Matcher asked = ASKED.matcher(source);
          while (asked.find()) {
            names.add(asked.group(1));
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return names;
  }

  /** Walks over every sub-schema and what surrounds it. */
  static void visit(Node node, String path, BiConsumer<String, MapNode> visitor) {
    switch (node) {
      case MapNode map -> {
        visitor.accept(path, map);
        map.entries().forEach(e -> visit(e.value(), path + "/" + e.key().text(), visitor));
      }
      case ListNode list -> {
        for (int i = 0; i < list.items().size(); i++) {
          visit(list.items().get(i), path + "/" + i, visitor);
        }
      }
      default -> {}
    }
  }
}
