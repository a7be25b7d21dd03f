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
  private static final int LONGEST = 2_000;

  String name() {
    return text(set, "metadata", "name");
  }

  /** A name, address or path; of one that is too long for any of them no more than is plausible. */
  static String text(Node node, String... path) {
    @Nullable String text = node.textAt(path);
    return text == null ? "" : plausible(text);
  }

  /** Expressions for names and paths cost too much on more than this. */
  static String plausible(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + Marks.UNKNOWN;
  }
}
