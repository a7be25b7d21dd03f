package dev.mayfly.bundle.build;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code replacements} field where it copies one scalar of one object into fields that are
 * there. This is how the digest of a lock file reaches the containers (kustomize source,
 * api/filters/replacement).
 */
final class PlainReplacements {
  private static final String WORD = "[A-Za-z0-9-]+";

  private PlainReplacements() {}

  /** False where it is left to kustomize; the objects may be changed in part then. */
  static boolean apply(List<BundleObject> objects, Node replacement) {
    Optional<ScalarNode> value = source(objects, replacement.at("source"));
    if (value.isEmpty() || !(replacement.at("targets") instanceof ListNode targets)) {
      return false;
    }
    return targets.items().stream().allMatch(target -> put(objects, target, value.get()));
  }

  private static Optional<ScalarNode> source(List<BundleObject> objects, @Nullable Node source) {
    if (source == null || !isPlain(source)) {
      return Optional.empty();
    }
    List<BundleObject> found = objects.stream().filter(object -> selects(source, object)).toList();
    return found.size() != 1
        ? Optional.empty()
        : Optional.ofNullable(source.textAt("fieldPath"))
            .flatMap(FieldPath::parse)
            .flatMap(path -> path.find(found.getFirst().root()))
            .map(node -> node instanceof ScalarNode scalar ? scalar : null)
            .filter(scalar -> !scalar.text().isEmpty());
  }

  /** Both words are there and are no pattern. */
  private static boolean isPlain(Node selector) {
    return String.valueOf(selector.textAt("kind")).matches(WORD)
        && String.valueOf(selector.textAt("name")).matches(WORD);
  }

  private static boolean selects(Node selector, BundleObject object) {
    return object.kind().equals(selector.textAt("kind"))
        && object.name().equals(selector.textAt("name"));
  }

  private static boolean put(List<BundleObject> objects, Node target, ScalarNode value) {
    Node select = target.at("select");
    if (select == null
        || !isPlain(select)
        || select.at("fieldPath") != null
        || !(target.at("fieldPaths") instanceof ListNode paths)) {
      return false;
    }
    for (int i = 0; i < objects.size(); i++) {
      for (Node path : selects(select, objects.get(i)) ? paths.items() : List.<Node>of()) {
        Optional<Node> edited = edit(objects.get(i).root(), path, value, target.at("options"));
        if (edited.isEmpty()) {
          return false;
        }
        objects.set(i, new BundleObject((MapNode) edited.get()));
      }
    }
    return true;
  }

  /** Only below {@code spec}: whatever identifies an object stays as it is. */
  private static Optional<Node> edit(
      MapNode root, Node path, ScalarNode value, @Nullable Node options) {
    Optional<FieldPath> fields =
        path instanceof ScalarNode text && text.text().startsWith("spec.")
            ? FieldPath.parse(text.text())
            : Optional.empty();
    Optional<Node> old = fields.flatMap(steps -> steps.find(root));
    if (old.isEmpty() || !(old.get() instanceof ScalarNode field)) {
      return Optional.empty();
    }
    return merged(field, value.text(), options)
        .flatMap(text -> fields.get().edit(root, node -> with(field, text)));
  }

  private static Node with(ScalarNode field, String text) {
    return new ScalarNode(text, field.plain(), field.location());
  }

  /** Without a delimiter the whole field; with one, the part that the index counts to. */
  private static Optional<String> merged(ScalarNode old, String value, @Nullable Node options) {
    if (options == null) {
      return Optional.of(value);
    }
    String delimiter = options.textAt("delimiter");
    String index = options.at("index") == null ? "0" : options.textAt("index");
    if (delimiter == null || delimiter.isEmpty() || index == null || !index.matches("[0-9]")) {
      return Optional.empty();
    }
    List<String> parts =
        new ArrayList<>(Arrays.asList(old.text().split(Pattern.quote(delimiter), -1)));
    int place = Integer.parseInt(index);
    if (place >= parts.size()) {
      parts.add(value);
    } else {
      parts.set(place, value);
    }
    return Optional.of(String.join(delimiter, parts));
  }
}
