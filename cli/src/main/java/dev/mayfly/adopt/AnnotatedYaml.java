package dev.mayfly.adopt;

import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.YamlWriter;
import java.util.List;
import java.util.Map;

/** A draft as YAML, each value with a comment that says where it came from. */
final class AnnotatedYaml {
  private final StringBuilder out = new StringBuilder();

  private final boolean tried;

  private AnnotatedYaml(boolean tried) {
    this.tried = tried;
  }

  /** The file as it is written. */
  static String write(Draft.Fields document) {
    return write(document, false);
  }

  /** The file as it is tried: with something in place of what is left open. */
  static String tried(Draft.Fields document) {
    return write(document, true);
  }

  private static String write(Draft.Fields document, boolean tried) {
    AnnotatedYaml yaml = new AnnotatedYaml(tried);
    yaml.fields(document, "", "");
    return yaml.out.toString();
  }

  /**
   * @param first what stands before the first key: the indent, or a dash of the list
   */
  private void fields(Draft.Fields fields, String first, String indent) {
    String before = first;
    for (Map.Entry<String, Draft> entry : fields.entries().entrySet()) {
      String key = entry.getKey();
      switch (entry.getValue()) {
        case Draft.Leaf(Tree tree, Origin origin) ->
            lines(before, indent, new Tree.Mapping(Map.of(key, shown(tree, origin))), origin);
        case Draft.Fields below when below.entries().isEmpty() ->
            out.append(before).append(key(key)).append(" {}\n");
        case Draft.Fields below -> {
          out.append(before).append(key(key)).append('\n');
          fields(below, indent + "  ", indent + "  ");
        }
        case Draft.Items(List<Draft> items) when items.isEmpty() ->
            out.append(before).append(key(key)).append(" []\n");
        case Draft.Items items -> {
          out.append(before).append(key(key)).append('\n');
          items(items, indent + "  ", indent + "  ");
        }
      }
      before = indent;
    }
  }

  private void items(Draft.Items list, String first, String indent) {
    String before = first;
    for (Draft item : list.items()) {
      switch (item) {
        case Draft.Leaf(Tree tree, Origin origin) ->
            lines(before + "- ", indent + "  ", shown(tree, origin), origin);
        case Draft.Fields below when below.entries().isEmpty() ->
            out.append(before).append("- {}\n");
        case Draft.Fields below -> fields(below, before + "- ", indent + "  ");
        case Draft.Items below when below.items().isEmpty() -> out.append(before).append("- []\n");
        case Draft.Items below -> items(below, before + "- ", indent + "  ");
      }
      before = indent;
    }
  }

  private Tree shown(Tree tree, Origin origin) {
    return tried && origin instanceof Origin.Open(String standIn) ? new Tree.Text(standIn) : tree;
  }

  /** The comment stands on the first line, also where a block follows. */
  private void lines(String before, String indent, Tree tree, Origin origin) {
    String text = YamlWriter.write(tree);
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    String comment = origin.comment();
    out.append(before).append(lines[0]);
    out.append(comment.isEmpty() ? "" : "  # ").append(comment).append('\n');
    for (int i = 1; i < lines.length; i++) {
      out.append(lines[i].isEmpty() ? "" : indent + lines[i]).append('\n');
    }
  }

  /** As the one writer writes a key, with its colon. */
  private static String key(String key) {
    String line = YamlWriter.write(new Tree.Mapping(Map.of(key, new Tree.Number(0))));
    return line.substring(0, line.lastIndexOf(" 0\n"));
  }
}
