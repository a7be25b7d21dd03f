package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import java.util.Set;
import java.util.TreeSet;

/** A clone has other volumes than its source. */
public final class VolumeLayout implements CloneRule {
  @Override
  public void check(Corpus corpus, Clones.Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    if (!pair.fromSnapshot()) {
      return;
    }
    boolean has = Fields.isSet(clone.at("spec", "walStorage"));
    boolean should = Fields.isSet(source.at("spec", "walStorage"));
    if (has != should) {
      out.add(
          clone.nearest("spec", "walStorage"),
          "`%s` has %s WAL volume".formatted(source.name(), should ? "a" : "no"));
    }
    Set<String> tablespaces = names(source);
    if (!tablespaces.equals(names(clone))) {
      out.add(
          clone.nearest("spec", "tablespaces"),
          "the tablespaces of `" + source.name() + "` differ");
    }
  }

  private static Set<String> names(Resource cluster) {
    Set<String> names = new TreeSet<>();
    Fields.maps(cluster.at("spec", "tablespaces"))
        .forEach(it -> names.add(Fields.text(it.get("name"))));
    return names;
  }
}
