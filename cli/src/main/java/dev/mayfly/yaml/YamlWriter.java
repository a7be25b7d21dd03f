package dev.mayfly.yaml;

import java.util.List;
import java.util.Map;

/**
 * The one way YAML leaves this program: block style, two spaces, LF, one final newline; strings
 * plain only when every reader takes them for the same string, else double-quoted. The same tree
 * gives the same bytes anywhere.
 */
public final class YamlWriter {
  private final StringBuilder out = new StringBuilder(1024);

  private YamlWriter() {}

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
    if (value instanceof Tree.Text(String text) && Scalars.fitsBlock(text)) {
      Scalars.block(out, text, indent + 2);
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

  // No pattern switch: it is linked anew at every start, and every start writes YAML (ADR 0005).
  private void inline(Tree value) {
    if (value instanceof Tree.Text(String text)) {
      Scalars.string(out, text);
    } else {
      out.append(value.literal());
    }
    out.append('\n');
  }

  private void indent(int width) {
    out.repeat(' ', width);
  }
}
