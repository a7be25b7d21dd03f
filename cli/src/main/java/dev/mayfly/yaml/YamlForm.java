package dev.mayfly.yaml;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A document that is written many times with other strings in its gaps. How it is laid out is found
 * once; filled, it gives the bytes that {@link YamlWriter} gives for the same tree without gaps.
 */
public final class YamlForm {
  private final String fixed;
  private final List<YamlWriter.Opening> openings;

  YamlForm(String fixed, List<YamlWriter.Opening> openings) {
    this.fixed = fixed;
    this.openings = List.copyOf(openings);
  }

  /** The form of a document whose {@link Tree.Gap gaps} are to be filled. */
  public static YamlForm of(Tree document) {
    return YamlWriter.form(document);
  }

  /** Writes the document; {@code strings} gives what stands in a gap by its index. */
  public void fill(StringBuilder out, IntFunction<String> strings) {
    int done = 0;
    for (YamlWriter.Opening opening : openings) {
      out.append(fixed, done, opening.at());
      YamlWriter.text(out, strings.apply(opening.index()), opening.indent());
      done = opening.at();
    }
    out.append(fixed, done, fixed.length());
  }
}
