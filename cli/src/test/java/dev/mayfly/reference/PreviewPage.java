package dev.mayfly.reference;

import dev.mayfly.change.ClusterNeeds;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.manifest.CommentText;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code docs/reference/preview.md}: what an app gets, from the templates that make it. */
final class PreviewPage {
  private static final Path TEMPLATES = Path.of("templates");
  private static final Path WORDS = Path.of("cli/src/test/resources/reference/preview.yaml");
  private static final Pattern NAMED =
      Pattern.compile("(images\\.|preview\\.secrets\\.|preview\\.hosts\\.)[^.]+");

  private final MapNode words;

  PreviewPage() {
    words = (MapNode) read(WORDS);
  }

  /** What the page has a sentence for. */
  Set<String> told(String chapter) {
    Set<String> keys = new TreeSet<>();
    ((MapNode) chapter(chapter)).entries().forEach(entry -> keys.add(entry.key().text()));
    return keys;
  }

  /** A placeholder as the page names it, whatever an admin called the image or the Secret. */
  static String generic(String key) {
    return NAMED.matcher(key).replaceFirst("$1<name>");
  }

  /** The objects that the templates of a folder make, by file. */
  static SortedMap<String, Node> templates(String folder) {
    try (Stream<Path> files = Files.list(TEMPLATES.resolve(folder))) {
      SortedMap<String, Node> templates = new TreeMap<>();
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .forEach(file -> templates.put(file.getFileName().toString(), read(file)));
      return templates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String group(Node object) {
    String version = String.valueOf(object.textAt("apiVersion"));
    return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
  }

  String text() {
    StringBuilder page = new StringBuilder(prose("head"));
    page.append("\n## Placeholders\n\n").append(prose("placeholders-head"));
    page.append("\n| placeholder | is |\n|---|---|\n");
    rows("placeholders", page, key -> "`${" + key + "}`");
    page.append("\n## The Secret `database`\n\n").append(prose("database-head"));
    page.append("\n| key | value |\n|---|---|\n");
    databaseKeys()
        .forEach((key, value) ->
            page.append("| `%s` | `%s` |\n".formatted(key, value.replace("|", "\\|"))));
    page.append("\n## Objects\n\n").append(prose("objects-head"));
    page.append("\n| template | object | when |\n|---|---|---|\n");
    templates("overlay")
        .forEach((file, object) ->
            page.append("| [`%s`](../../templates/overlay/%s) | ".formatted(file, file))
                .append(shown(object))
                .append(" | ")
                .append(told("objects", file))
                .append(" |\n"));
    page.append("\n## The comment on a pull request\n\n").append(prose("comment-head"));
    page.append("\n| placeholder | is |\n|---|---|\n");
    rows("comment", page, key -> "`${" + key + "}`");
    page.append("\n| template | says | beside the shared ones |\n|---|---|---|\n");
    for (CommentText stage : CommentText.values()) {
      String file = stage.name().toLowerCase(Locale.ROOT) + ".yaml";
      page.append("| [`%s`](../../templates/comment/%s) | ".formatted(file, file))
          .append(told("comment-stages", file))
          .append(" | `")
          .append(String.join("`, `", stage.keys()))
          .append("` |\n");
    }
    page.append("\n## What a cluster must have\n\n").append(prose("needs-head"));
    page.append("\n| for | kinds of | needed |\n|---|---|---|\n");
    for (ClusterNeeds.Need need : ClusterNeeds.ALL) {
      page.append("| %s | `%s` | %s |\n".formatted(need.use(), need.apiGroup(), need.needed()));
    }
    return page.toString();
  }

  private void rows(String chapter, StringBuilder page, UnaryOperator<String> shown) {
    for (var entry : ((MapNode) chapter(chapter)).entries()) {
      String key = entry.key().text();
      page.append("| %s | %s |\n".formatted(shown.apply(key), told(chapter, key)));
    }
  }

  private static SortedMap<String, String> databaseKeys() {
    SortedMap<String, String> keys = new TreeMap<>();
    Node data =
        templates("overlay").get("bindings-database.yaml").at("spec", "target", "template", "data");
    ((MapNode) Objects.requireNonNull(data))
        .entries()
        .forEach(entry -> keys.put(entry.key().text(), ((ScalarNode) entry.value()).text()));
    return keys;
  }

  private static String shown(Node object) {
    String kind = object.textAt("kind");
    String name = object.textAt("metadata", "name");
    return kind == null ? "a part of another" : name == null ? kind : kind + " `" + name + "`";
  }

  private String prose(String key) {
    return words.textAt(key) + "";
  }

  private String told(String chapter, String key) {
    return String.valueOf(chapter(chapter).textAt(key));
  }

  private Node chapter(String key) {
    return Objects.requireNonNull(words.get(key));
  }

  private static Node read(Path file) {
    try {
      return new YamlReader(Budget.ADMIN)
          .read(file.toString(), Files.readAllBytes(file))
          .single(Fault.RENDERING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
