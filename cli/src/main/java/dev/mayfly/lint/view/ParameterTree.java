package dev.mayfly.lint.view;

import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that elements of a generator have, as far as its text tells.
 *
 * @param names what is known, each with what lies below it
 * @param open whether there may be more names, which only a file, a cluster or a plugin knows
 * @param lacking the names that some element provably does not have
 */
public record ParameterTree(Map<String, ParameterTree> names, boolean open, Set<String> lacking) {
  /** Nothing is known. */
  public static final ParameterTree ANY = new ParameterTree(Map.of(), true, Set.of());

  /** A text or a list: nothing lies below it. */
  public static final ParameterTree LEAF = new ParameterTree(Map.of(), false, Set.of());

  public static ParameterTree leaves(Collection<String> names) {
    Map<String, ParameterTree> all = new TreeMap<>();
    names.forEach(name -> all.put(name, LEAF));
    return new ParameterTree(all, false, Set.of());
  }

  /** What a value written in YAML holds. */
  public static ParameterTree of(@Nullable Node value) {
    if (!(value instanceof MapNode map)) {
      return LEAF;
    }
    Map<String, ParameterTree> all = new TreeMap<>();
    map.entries().forEach(entry -> all.put(entry.key().text(), of(entry.value())));
    return new ParameterTree(all, false, Set.of());
  }

  public ParameterTree with(String name, ParameterTree below) {
    Map<String, ParameterTree> all = new TreeMap<>(names);
    all.put(name, below);
    return new ParameterTree(all, open, lacking);
  }

  /**
   * What elements have that are made of one of each: a name is lacking when neither side has it.
   */
  public ParameterTree joined(ParameterTree other) {
    Set<String> missing = new TreeSet<>();
    lacking.stream().filter(name -> !other.always(name)).forEach(missing::add);
    other.lacking.stream().filter(name -> !always(name)).forEach(missing::add);
    ParameterTree union = union(other);
    return new ParameterTree(union.names, union.open, union.open ? Set.of() : missing);
  }

  /** What elements of either kind may have. */
  public ParameterTree union(ParameterTree other) {
    Map<String, ParameterTree> all = new TreeMap<>(names);
    other.names.forEach((name, below) -> all.merge(name, below, ParameterTree::union));
    return new ParameterTree(all, open || other.open, Set.of());
  }

  private boolean always(String name) {
    return open || (names.containsKey(name) && !lacking.contains(name));
  }

  /** Whether some element may have what stands under these keys. */
  public boolean mayHold(List<String> path) {
    if (path.isEmpty()) {
      return true;
    }
    ParameterTree below = names.get(path.getFirst());
    return below == null ? open : below.mayHold(path.subList(1, path.size()));
  }

  /** Whether what stands under these keys is known to be a map, which prints as Go shows maps. */
  public boolean isMap(List<String> path) {
    if (path.isEmpty()) {
      return !names.isEmpty();
    }
    ParameterTree below = names.get(path.getFirst());
    return below != null && below.isMap(path.subList(1, path.size()));
  }
}
