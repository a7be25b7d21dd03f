package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;

/** A running database is cloned from snapshots of several moments. */
public final class TornSnapshot implements CloneRule {
  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    if (!pair.fromSnapshot()) {
      return;
    }
    boolean several =
        NodeValues.isSet(source.at("spec", "walStorage"))
            || NodeValues.isSet(source.at("spec", "tablespaces"));
    boolean archive = NodeValues.isSet(clone.at("spec", "bootstrap", "recovery", "source"));
    if (several && !archive && !pair.isCold()) {
      out.add(
          clone.nearest("spec", "bootstrap", "recovery"),
          "`"
              + source.name()
              + "` has several volumes, and `recovery` names no archive in `source`");
    }
  }
}
