package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Why a line of the written file says what it says. */
sealed interface Origin {
  /** What stands behind {@code #} on the line. */
  default String comment() {
    return switch (this) {
      case From(Location at, String note) ->
          "from " + place(at) + (note.isEmpty() ? "" : ": " + note);
      case Assumed(String why) -> "assumed: " + why;
      case Open ignored -> "open: nothing that was read says it";
      case Form ignored -> "";
      case Given(String option) -> "given by " + option;
    };
  }

  /** A line of a file that was read, and what became of it on the way. */
  record From(Location at, String note) implements Origin {}

  /** Nothing says it; this is safe, or shows at the first preview. */
  record Assumed(String why) implements Origin {}

  /**
   * Nothing says it, and nothing could be taken without harm: the file does not load like this.
   *
   * @param standIn what stands in its place while the rest of the file is tried
   */
  record Open(String standIn) implements Origin {}

  /** It stands in every such file. */
  record Form() implements Origin {}

  /** Whoever ran the command said it. */
  record Given(String option) implements Origin {}

  static Origin from(Location at) {
    return new From(at, "");
  }

  /** A field of a node that was read. */
  static Origin from(Node node, String... path) {
    return from(node.orThis(path).location());
  }

  /** Where it stands in the files that were read. */
  static @Nullable Location location(Origin origin) {
    return origin instanceof From(Location at, String ignored) ? at : null;
  }

  /** Why a value was assumed; empty for any other. */
  static String why(Draft draft) {
    return draft instanceof Draft.Leaf leaf && leaf.origin() instanceof Assumed(String why)
        ? why
        : "";
  }

  /** File and line: nobody counts columns in a comment. */
  static String place(Location at) {
    String file = UntrustedText.clean(at.file(), 120);
    return at.line() == 0 ? file : file + ":" + at.line();
  }
}
