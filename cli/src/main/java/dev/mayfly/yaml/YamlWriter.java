package dev.mayfly.yaml;

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
    switch (document) {
      case Tree.Mapping mapping when !mapping.entries().isEmpty() -> writer.mapping(mapping, 0);
      case Tree.Sequence sequence when !sequence.items().isEmpty() -> writer.sequence(sequence, 0);
      default -> writer.inline(document);
    }
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
    switch (value) {
      case Tree.Mapping child when !child.entries().isEmpty() -> {
        out.append('\n');
        indent(indent + 2);
        mapping(child, indent + 2);
      }
      case Tree.Sequence child when !child.items().isEmpty() -> {
        out.append('\n');
        indent(indent + 2);
        sequence(child, indent + 2);
      }
      case Tree.Text text when Scalars.fitsBlock(text.value()) ->
          Scalars.block(out, text.value(), indent + 2);
      default -> {
        out.append(' ');
        inline(value);
      }
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
      switch (item) {
        case Tree.Mapping child when !child.entries().isEmpty() -> mapping(child, indent + 2);
        case Tree.Sequence child when !child.items().isEmpty() -> sequence(child, indent + 2);
        default -> inline(item);
      }
    }
  }

  private void inline(Tree value) {
    switch (value) {
      case Tree.Mapping ignored -> out.append("{}");
      case Tree.Sequence ignored -> out.append("[]");
      case Tree.Text text -> Scalars.string(out, text.value());
      case Tree.Number number -> out.append(number.value());
      case Tree.Bool bool -> out.append(bool.value());
      case Tree.Decimal decimal -> out.append(decimal.value());
      case Tree.Null ignored -> out.append("null");
    }
    out.append('\n');
  }

  private void indent(int width) {
    out.repeat(' ', width);
  }
}
