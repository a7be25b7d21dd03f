package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;

/** The patterns that names are made from, as written; every app fills in its own name. */
public record Naming(
    ScalarNode namespace, ScalarNode application, ScalarNode host, ScalarNode database) {
  static Naming read(Fields naming) {
    return new Naming(
        pattern(naming, "namespace", "pr-${pr.number}-${app.name}"),
        pattern(naming, "application", "${app.name}-pr-${pr.number}"),
        pattern(naming, "host", "${app.name}-${pr.number}"),
        pattern(naming, "database", "${app.name}-pr-${pr.number}"));
  }

  /** Problems with a pattern that was not written point at the whole section. */
  private static ScalarNode pattern(Fields naming, String key, String otherwise) {
    return pattern(naming, key)
        .orElseGet(() -> new ScalarNode(otherwise, false, naming.location(key)));
  }

  /** A pattern and where it stands: what is wrong with it shows when it is filled in. */
  static Optional<ScalarNode> pattern(Fields fields, String key) {
    return fields
        .optionalText(key, Syntaxes.NAME_PATTERN)
        .map(text -> new ScalarNode(text, false, fields.location(key)));
  }
}
