package dev.mayfly.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one way YAML leaves this program: block style, two spaces, LF, one final newline; strings
 * plain only when every reader takes them for the same string, else double-quoted. The same tree
 * gives the same bytes anywhere.
 */
public final class YamlWriter {
  /** Where a gap lies in the text, and how far a block in it is indented. */
  record Opening(int at, int index, int indent) {}

  /** The indentation of a gap that no block may stand in. */
  private static final int INLINE = -1;

  private final StringBuilder out = new StringBuilder(1024);
  private final List<Opening> openings = new ArrayList<>();

  private YamlWriter() {}

  /** The document without the strings of its gaps. */
  static YamlForm form(Tree document) {
    YamlWriter writer = new YamlWriter();
    writer.item(document, 0);
    return new YamlForm(writer.out.toString(), writer.openings);
  }

  /** The document as text that ends in a newline. */
  public static String write(Tree document) {
    YamlWriter writer = new YamlWriter();
    writer.item(document, 0);
    return writer.out.toString();
  }

  private void mapping(Tree.Mapping mapping, int indent) {
    boolean first = true;
    for (Map.Entry<String, Tree> entry : mapping.entries().entrySet()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      Scalars.string(out, entry.getKey());
      out.append(':');
      value(entry.getValue(), indent);
    }
  }

  private void value(Tree value, int indent) {
    if (value instanceof Tree.Text(String text)) {
      text(out, text, indent + 2);
    } else if (value instanceof Tree.Gap(int index)) {
      openings.add(new Opening(out.length(), index, indent + 2));
    } else if (isNested(value)) {
      out.append('\n');
      indent(indent + 2);
      item(value, indent + 2);
    } else {
      out.append(' ');
      inline(value);
    }
  }

  private void sequence(Tree.Sequence sequence, int indent) {
    boolean first = true;
    for (Tree item : sequence.items()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      out.append("- ");
      item(item, indent + 2);
    }
  }

  /** A value on the line that was begun, and below it what it holds. */
  private void item(Tree value, int indent) {
    if (value instanceof Tree.Mapping child && isNested(value)) {
      mapping(child, indent);
    } else if (value instanceof Tree.Sequence child && isNested(value)) {
      sequence(child, indent);
    } else {
      inline(value);
    }
  }

  private static boolean isNested(Tree value) {
    return value instanceof Tree.Mapping(Map<String, Tree> entries) && !entries.isEmpty()
        || value instanceof Tree.Sequence(List<Tree> items) && !items.isEmpty();
  }

  /** A string as it stands in a gap, line end included. */
  static void text(StringBuilder out, String text, int indent) {
    if (indent == INLINE) {
      Scalars.string(out, text);
      out.append('\n');
    } else if (Scalars.fitsBlock(text)) {
      Scalars.block(out, text, indent);
    } else {
      out.append(' ');
      text(out, text, INLINE);
    }
  }

  // No pattern switch: it is linked anew at every start, and every start writes YAML (ADR 0005).
  private void inline(Tree value) {
    if (value instanceof Tree.Text(String text)) {
      text(out, text, INLINE);
    } else if (value instanceof Tree.Gap(int index)) {
      openings.add(new Opening(out.length(), index, INLINE));
    } else {
      out.append(value.literal()).append('\n');
    }
  }

  private void indent(int width) {
    out.repeat(' ', width);
  }
}
