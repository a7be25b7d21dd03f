package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;

/** Values that {@code adopt} left to whoever reads the file; each is told before anything else. */
public final class OpenDecisions {
  /** What such a value begins with; the rest says what is to be decided. */
  public static final String MARK = "TODO(adopt)";

  private OpenDecisions() {}

  // No pattern switch: every command that loads a platform starts cold here (ADR 0005).
  static void check(Node node, Problems problems) {
    if (node instanceof MapNode map) {
      map.entries().forEach(entry -> check(entry.value(), problems));
    } else if (node instanceof ListNode list) {
      list.items().forEach(item -> check(item, problems));
    } else if (node instanceof ScalarNode scalar && scalar.text().startsWith(MARK)) {
      problems.error(
          "left-open",
          scalar.location(),
          "this is still to be decided: " + scalar.text().substring(MARK.length()).strip(),
          "write it in place of the mark");
    }
  }
}
