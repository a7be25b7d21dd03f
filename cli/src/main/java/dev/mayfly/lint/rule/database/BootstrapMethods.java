package dev.mayfly.lint.rule.database;

import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Set;

/** A cluster is told to start in two ways. */
public final class BootstrapMethods implements DocumentRule {
  private static final List<String> METHODS = List.of("initdb", "recovery", "pg_basebackup");

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    Node bootstrap = resource.at("spec", "bootstrap");
    if (!(bootstrap instanceof MapNode map)) {
      return;
    }
    List<String> methods = METHODS.stream().filter(map::has).toList();
    MapNode.Entry second = methods.size() > 1 ? map.entry(methods.get(1)) : null;
    if (second != null) {
      out.add(second.key(), "the cluster also starts by `" + methods.getFirst() + "`");
    }
    boolean backup = Fields.isSet(map.at("recovery", "backup"));
    if (map.at("recovery", "volumeSnapshots") instanceof Node snapshots && backup) {
      out.add(snapshots, "`volumeSnapshots` cannot stand beside `backup`");
    }
    if (map.at("recovery", "source") instanceof Node source && backup) {
      out.add(source, "`source` cannot stand beside `backup`");
    }
  }
}
