package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written set, and what it makes of a pull request.
 *
 * @param pullRequest its one pull request generator
 * @param provider which forge that asks, such as {@code github}
 * @param block what it says of the forge
 * @param applications one for each app, with marks
 * @param notes what Argo CD would say of the set
 */
record HandWritten(
    Node set,
    MapNode pullRequest,
    String provider,
    MapNode block,
    List<Node> applications,
    List<Problem> notes) {
  String name() {
    return text(set, "metadata", "name");
  }

  static String text(Node node, String... path) {
    @Nullable String text = node.textAt(path);
    return text == null ? "" : text;
  }
}
