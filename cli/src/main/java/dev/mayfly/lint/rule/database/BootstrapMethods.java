package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A cluster is told to start in two ways. */
public final class BootstrapMethods implements DocumentRule {
  private static final List<String> METHODS = List.of("initdb", "recovery", "pg_basebackup");

  @Override
  public void check(Resource resource, Findings out) {
    Node bootstrap = resource.at("spec", "bootstrap");
    if (!(bootstrap instanceof MapNode map)) {
      return;
    }
    List<String> methods = METHODS.stream().filter(map::has).toList();
    MapNode.Entry second = methods.size() > 1 ? map.entry(methods.get(1)) : null;
    if (second != null) {
      out.add(
          second.key(),
          "`bootstrap` has `%s` beside `%s`".formatted(methods.get(1), methods.getFirst()));
    }
    boolean backup = NodeValues.isSet(map.at("recovery", "backup"));
    for (String other : List.of("volumeSnapshots", "source")) {
      if (map.at("recovery", other) != null && backup) {
        out.add(
            resource.nearest("spec", "bootstrap", "recovery", other),
            "`recovery` has `" + other + "` beside `backup`");
      }
    }
  }
}
