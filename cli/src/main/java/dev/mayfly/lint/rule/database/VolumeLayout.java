package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;
import java.util.Set;
import java.util.TreeSet;

/** A clone has other volumes than its source. */
public final class VolumeLayout implements CloneRule {
  @Override
  public void check(Corpus corpus, Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    if (!pair.fromSnapshot()) {
      return;
    }
    boolean has = NodeValues.isSet(clone.at("spec", "walStorage"));
    boolean should = NodeValues.isSet(source.at("spec", "walStorage"));
    if (has != should) {
      // The volumes of a clone without one are described by its storage.
      out.add(
          clone.nearest("spec", has ? "walStorage" : "storage"),
          "`%s` has %s WAL volume, `%s` has %s"
              .formatted(
                  source.name(), should ? "a" : "no", clone.name(), should ? "none" : "one"));
    }
    Set<String> tablespaces = names(source);
    Set<String> own = names(clone);
    if (!tablespaces.equals(own)) {
      out.add(
          clone.nearest("spec", own.isEmpty() ? "storage" : "tablespaces"),
          "`%s` has %s, `%s` has %s"
              .formatted(source.name(), shown(tablespaces), clone.name(), shown(own)));
    }
  }

  private static String shown(Set<String> tablespaces) {
    return tablespaces.isEmpty()
        ? "no tablespace"
        : "the tablespaces `" + String.join("`, `", tablespaces) + "`";
  }

  private static Set<String> names(Resource cluster) {
    Set<String> names = new TreeSet<>();
    cluster.mapsAt("spec", "tablespaces").forEach(it -> names.add(it.textOrEmpty("name")));
    return names;
  }
}
