package dev.mayfly.manifest;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Value;
import dev.mayfly.yaml.YamlWriter;
import java.util.List;

/**
 * One file to be, with holes for what a pull request decides.
 *
 * @param path where it goes, relative to the folder of its set
 * @param comment lines that stand above the document
 */
public record Manifest(String path, List<String> comment, Value.Fields document) {

  public Manifest(String path, Value.Fields document) {
    this(path, List.of(), document);
  }

  /** The file's text for one target. */
  public String text(Binding binding) {
    return commentText() + YamlWriter.write(document.bind(binding));
  }

  String commentText() {
    StringBuilder text = new StringBuilder();
    for (String line : comment) {
      text.append("# ").append(line).append('\n');
    }
    return text.toString();
  }

  /** The kind of object, for those that the API server would get. */
  public String kind() {
    return literal("kind");
  }

  /** The API group of the object; the core group is the empty string. */
  public String group() {
    return GroupKind.groupOf(literal("apiVersion"));
  }

  GroupKind type() {
    return new GroupKind(group(), kind());
  }

  private String literal(String key) {
    return document.entries().get(key) instanceof Value.Str(var text)
        ? text.literal().orElse("")
        : "";
  }
}
