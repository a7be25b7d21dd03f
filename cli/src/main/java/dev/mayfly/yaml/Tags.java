package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.util.List;
import java.util.Optional;

/** What an explicit tag does: core tags are understood where anchors are, others never. */
final class Tags {
  private static final String CORE = "tag:yaml.org,2002:";

  private Tags() {}

  static void check(
      Optional<String> written, Location location, Budget budget, List<Problem> problems) {
    if (written.isEmpty() || written.get().equals("!")) {
      return;
    }
    String tag = written.get();
    budget.requireLenient(location, "a tag", "remove it");
    switch (tag.startsWith(CORE) ? tag.substring(CORE.length()) : "") {
      case "str", "int", "float", "bool", "null", "map", "seq" -> {}
      default -> {
        if (!budget.asGo()) {
          problems.add(
              Problem.error(
                  "yaml-feature",
                  location,
                  "Kubernetes readers do not agree on the tag `" + tag + "`"));
        }
      }
    }
  }

  static boolean isString(String tag) {
    return tag.equals("!") || tag.equals(CORE + "str");
  }
}
