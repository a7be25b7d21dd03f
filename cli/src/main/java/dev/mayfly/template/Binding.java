package dev.mayfly.template;

import dev.mayfly.yaml.Tree;

/** Fills the holes of a template for one target: an overlay, a Helm chart or an ApplicationSet. */
public interface Binding {
  /** How characters that stand for themselves are written for the target. */
  default String literal(String text) {
    return text;
  }

  /** The same, where a fact follows and the target could take both for one. */
  default String literalBeforeFact(String text) {
    return literal(text);
  }

  /** What stands in a hole. */
  String fact(Fact fact);

  /** A whole string. */
  default Tree string(Text text) {
    return new Tree.Text(text.bind(this));
  }
}
