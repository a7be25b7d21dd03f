package dev.mayfly.bundle.build;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code replacements} field: a value of one object goes into fields of others. This is how the
 * digest of a lock file reaches the containers (kustomize source, api/filters/replacement).
 */
final class KustomizeReplacements {
  private final BundleFiles files;
  private final KustomizeFile kustomization;
  private final BundleFindings findings;

  KustomizeReplacements(BundleFiles files, KustomizeFile kustomization, BundleFindings findings) {
    this.files = files;
    this.kustomization = kustomization;
    this.findings = findings;
  }

  List<BundleObject> apply(List<BundleObject> objects) {
    List<BundleObject> replaced = new ArrayList<>(objects);
    for (Node entry : kustomization.items("replacements")) {
      for (Node replacement : written(entry)) {
        replace(replaced, replacement);
      }
    }
    return replaced;
  }

  /** A replacement stands here, or some stand in a file. */
  private List<Node> written(Node entry) {
    @Nullable String path = entry.textAt("path");
    if (path == null) {
      return List.of(entry);
    }
    List<Node> found = new ArrayList<>();
    for (Node document :
        BundlePath.resolve(kustomization.folder(), path)
            .filter(files::has)
            .map(file -> files.yaml(file).documents())
            .orElse(List.of())) {
      found.addAll(document instanceof MapNode ? List.of(document) : Nodes.items(document));
    }
    return found;
  }

  private void replace(List<BundleObject> objects, Node replacement) {
    Optional<KustomizeSelector> source = KustomizeSelector.of(replacement.at("source"));
    Optional<String> value =
        source.filter(KustomizeSelector::isDecidable).flatMap(s -> value(objects, s));
    if (value.isEmpty()) {
      undecided(replacement, "the source of this replacement is not one field of one object");
      return;
    }
    for (Node target : Nodes.items(replacement.at("targets"))) {
      Optional<KustomizeSelector> select = KustomizeSelector.of(target.at("select"));
      if (select.isEmpty() || !select.get().isDecidable() || target.at("reject") != null) {
        undecided(target, "this replacement selects by a pattern");
        continue;
      }
      for (Node path : Nodes.items(target.at("fieldPaths"))) {
        put(objects, select.get(), BundleObject.textOf(path), value.get(), target);
      }
    }
  }

  private static Optional<String> value(List<BundleObject> objects, KustomizeSelector source) {
    String path = source.text("fieldPath").isEmpty() ? "metadata.name" : source.text("fieldPath");
    List<Node> found = new ArrayList<>();
    objects.stream()
        .filter(source::selects)
        .forEach(object -> found.addAll(FieldPath.parse(path).find(object.root())));
    if (found.size() != 1 || !(found.getFirst() instanceof ScalarNode scalar)) {
      return Optional.empty();
    }
    Node options = source.root().get("options");
    @Nullable String delimiter = options == null ? null : options.textAt("delimiter");
    if (delimiter == null || delimiter.isEmpty()) {
      return Optional.of(scalar.text());
    }
    String[] parts = scalar.text().split(Pattern.quote(delimiter), -1);
    int index = index(options);
    return index >= 0 && index < parts.length ? Optional.of(parts[index]) : Optional.empty();
  }

  private void put(
      List<BundleObject> objects,
      KustomizeSelector select,
      String path,
      String value,
      Node target) {
    AtomicBoolean hit = new AtomicBoolean();
    for (int i = 0; i < objects.size(); i++) {
      if (select.selects(objects.get(i))) {
        Node edited =
            FieldPath.parse(path)
                .edit(
                    objects.get(i).root(),
                    old -> {
                      hit.set(true);
                      return merged(old, value, target.at("options"));
                    });
        objects.set(i, objects.get(i).with(edited));
      }
    }
    if (!hit.get()) {
      undecided(target, "this replacement meets no field that is there");
    }
  }

  /** Without a delimiter the whole field; with one, the part that the index counts to. */
  private static Node merged(Node old, String value, @Nullable Node options) {
    @Nullable String delimiter = options == null ? null : options.textAt("delimiter");
    if (delimiter == null || delimiter.isEmpty() || !(old instanceof ScalarNode scalar)) {
      return Nodes.text(value, old.location());
    }
    List<String> parts =
        new ArrayList<>(Arrays.asList(scalar.text().split(Pattern.quote(delimiter), -1)));
    int index = index(options);
    if (index < 0) {
      parts.addFirst(value);
    } else if (index >= parts.size()) {
      parts.add(value);
    } else {
      parts.set(index, value);
    }
    return Nodes.text(String.join(delimiter, parts), old.location());
  }

  private static int index(@Nullable Node options) {
    @Nullable String index = options == null ? null : options.textAt("index");
    return index != null && index.matches("-?[0-9]{1,4}") ? Integer.parseInt(index) : 0;
  }

  private void undecided(Node at, String message) {
    findings.undecided(
        at.location(), message, "select by kind and name, and write the field that is replaced");
  }
}
