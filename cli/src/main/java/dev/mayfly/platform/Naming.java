package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ScalarNode;

/** The patterns that names are made from, as written; every app fills in its own name. */
public record Naming(
    ScalarNode namespace, ScalarNode application, ScalarNode host, ScalarNode database) {
  static final String NAMESPACE = "pr-${pr.number}-${app.name}";
  static final String APPLICATION = "${app.name}-pr-${pr.number}";
  static final String HOST = "${app.name}-${pr.number}";
  static final String DATABASE = "${app.name}-pr-${pr.number}";

  /** A pattern that was not written, so that problems with it point at the whole section. */
  static ScalarNode byDefault(String pattern, Location section) {
    return new ScalarNode(pattern, false, section);
  }
}
