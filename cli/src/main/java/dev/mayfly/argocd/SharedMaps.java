package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.Node;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Maps that several sets of parameters hold, as those of a matrix hold what its first generator
 * gave. A merge changes a map where it is, and so in each of these sets (dario.cat/mergo v1.0.2, as
 * Argo CD's {@code merge.go} calls it).
 */
record SharedMaps(Set<GoValue> maps) {
  static SharedMaps of(Collection<GoValue.Entries> sets) {
    SharedMaps shared = new SharedMaps(identities());
    Set<GoValue> seen = identities();
    sets.forEach(set -> shared.collect(set, seen));
    return shared;
  }

  private static Set<GoValue> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private void collect(GoValue.Entries set, Set<GoValue> seen) {
    for (GoValue value : set.values().values()) {
      if (value instanceof GoValue.Entries map) {
        if (!seen.add(map)) {
          maps.add(map);
        }
        collect(map, seen);
      }
    }
  }

  /** Stops where an override would change a map of other sets too. */
  void requireOwn(GoValue.Entries set, GoValue.Entries override, Node generator)
      throws GeneratorStop {
    for (Map.Entry<String, GoValue> entry : override.values().entrySet()) {
      if (set.values().get(entry.getKey()) instanceof GoValue.Entries map
          && entry.getValue() instanceof GoValue.Entries over) {
        if (maps.contains(map) && !ParameterMerge.overridden(map, over, generator).equals(map)) {
          throw GeneratorStop.unverifiable(
              generator.location(),
              "the merge changes "
                  + MessageText.quoted(entry.getKey())
                  + " in several sets at once, since a matrix gave them the same map",
              "give what is overridden outside of a map");
        }
        requireOwn(map, over, generator);
      }
    }
  }
}
