package dev.mayfly.bundle.build;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a patch or a replacement means: by group, version, kind and name. Kustomize takes
 * each for an anchored regular expression; only plain words are decided here.
 */
record KustomizeSelector(MapNode root) {
  private static final List<String> KNOWN =
      List.of(
          "group", "version", "kind", "name", "namespace", "fieldPath", "fieldPaths", "options");

  static Optional<KustomizeSelector> of(@Nullable Node node) {
    return node instanceof MapNode map ? Optional.of(new KustomizeSelector(map)) : Optional.empty();
  }

  /** False when the selector uses labels, annotations or a pattern. */
  boolean isDecidable() {
    return root.entries().stream()
        .allMatch(
            entry ->
                KNOWN.contains(entry.key().text())
                    && (entry.key().text().startsWith("fieldPath")
                        || entry.key().text().equals("options")
                        || BundleObject.textOf(entry.value()).matches("[A-Za-z0-9./-]*")));
  }

  boolean selects(BundleObject object) {
    String name = text("name");
    String version = text("version");
    String apiVersion = object.text("apiVersion");
    return (name.isEmpty() || object.isCalled(name))
        && matches("kind", object.kind())
        && matches("group", object.group())
        && (version.isEmpty() || apiVersion.endsWith("/" + version) || apiVersion.equals(version));
  }

  private boolean matches(String key, String value) {
    return text(key).isEmpty() || text(key).equals(value);
  }

  String text(String key) {
    @Nullable String text = root.textAt(key);
    return text == null ? "" : text;
  }
}
