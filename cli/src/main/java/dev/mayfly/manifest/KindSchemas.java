package dev.mayfly.manifest;

import static java.util.stream.Collectors.toMap;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.SchemaCheck;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The schema of each document that is rendered: only the fields that are, with the bounds that the
 * API server and its webhooks set. Schemas are loaded when first used and kept.
 */
public final class KindSchemas {
  private static final Map<String, SchemaName> BY_PATH =
      Arrays.stream(SchemaName.values()).collect(toMap(SchemaName::path, name -> name));

  private final Map<SchemaName, SchemaCheck> loaded = new EnumMap<>(SchemaName.class);

  /** The check for a rendered file; empty for a document that Mayfly never renders. */
  public Optional<SchemaCheck> of(String path, Node document) {
    return nameOf(path, document).map(this::load);
  }

  /** Which schema a file goes by: patches and charts by their place, the rest by group and kind. */
  public static Optional<SchemaName> nameOf(String path, Node document) {
    if (ExtraKind.isExtra(path)) {
      return Optional.empty(); // The admins' own: our schemas know what we render only.
    }
    if (path.equals("Chart.yaml") || path.endsWith("/Chart.yaml")) {
      return Optional.of(SchemaName.CHART);
    }
    String kind = String.valueOf(document.textAt("kind"));
    if (kind.equals("PreviewPlatform")) {
      return Optional.of(SchemaName.PLATFORM);
    }
    String group = GroupKind.of(document).group();
    boolean patch = ("/" + path).contains("/patches/");
    String core = group.isEmpty() ? "core" : group;
    String name = core + "_" + kind.toLowerCase(Locale.ROOT) + (patch ? ".patch" : "");
    return Optional.ofNullable(BY_PATH.get("kinds/" + name + ".schema.json"));
  }

  private synchronized SchemaCheck load(SchemaName name) {
    return loaded.computeIfAbsent(name, n -> SchemaCheck.of(n.bytes()));
  }
}
