package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code clusters} generator (Argo CD, {@code generators/cluster.go}). The controller goes
 * through a map, so it has no order; here names do.
 */
final class ClusterGenerator {
  private ClusterGenerator() {}

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    List<RegisteredCluster> known =
        context
            .inputs()
            .clusters()
            .orElseThrow(
                () ->
                    GeneratorStop.unverifiable(
                        generator.location(),
                        "the `clusters` generator reads clusters that were not given",
                        "give them with `--clusters`"));
    ParameterSelector selector = ParameterSelector.of(generator.at("selector"));
    SortedMap<String, RegisteredCluster> byName = new TreeMap<>();
    for (RegisteredCluster cluster : known) {
      if (cluster.isWritten() && selector.matches(labels(cluster.labels()), context.argoCd())) {
        byName.put(cluster.name(), cluster);
      }
    }
    context.work().takes(known.size(), generator);
    List<GoValue.Entries> sets = new ArrayList<>();
    for (RegisteredCluster cluster : byName.values()) {
      sets.add(set(cluster, generator, context));
    }
    // A cluster without a Secret has no labels that a selector could ask for.
    if (selector.requirements().isEmpty()
        && byName.values().stream().noneMatch(RegisteredCluster::isLocal)) {
      sets.add(local(generator, context));
    }
    if (!"true".equals(generator.textAt("flatList"))) {
      return sets;
    }
    SortedMap<String, GoValue> all = new TreeMap<>();
    all.put("clusters", GoValue.list(List.copyOf(sets)));
    return List.of(new GoValue.Entries(all, false));
  }

  private static GoValue.Entries set(
      RegisteredCluster cluster, Node generator, GeneratorContext context) throws GeneratorStop {
    SortedMap<String, GoValue> set = base(cluster.name(), cluster.server(), cluster.project());
    if (context.goTemplate()) {
      SortedMap<String, GoValue> metadata = new TreeMap<>();
      if (!cluster.annotations().isEmpty()) {
        metadata.put("annotations", labels(cluster.annotations()));
      }
      if (!cluster.labels().isEmpty()) {
        metadata.put("labels", labels(cluster.labels()));
      }
      set.put("metadata", GoValue.map(metadata));
    } else {
      cluster.annotations().forEach((k, v) -> set.put("metadata.annotations." + k, GoValue.of(v)));
      cluster.labels().forEach((k, v) -> set.put("metadata.labels." + k, GoValue.of(v)));
    }
    context.addValues(generator.at("values"), set);
    return new GoValue.Entries(set, false);
  }

  /** It has neither labels nor annotations, and no {@code metadata} either. */
  private static GoValue.Entries local(Node generator, GeneratorContext context)
      throws GeneratorStop {
    SortedMap<String, GoValue> set =
        base(RegisteredCluster.LOCAL_NAME, RegisteredCluster.LOCAL_SERVER, "");
    context.addValues(generator.at("values"), set);
    return new GoValue.Entries(set, false);
  }

  private static SortedMap<String, GoValue> base(String name, String server, String project) {
    SortedMap<String, GoValue> set = new TreeMap<>();
    set.put("name", GoValue.of(name));
    set.put("nameNormalized", GoValue.of(Slug.normalize(name)));
    set.put("server", GoValue.of(server));
    set.put("project", GoValue.of(project));
    return set;
  }

  private static GoValue.Entries labels(SortedMap<String, String> labels) {
    SortedMap<String, GoValue> values = new TreeMap<>();
    labels.forEach((key, value) -> values.put(key, GoValue.of(value)));
    return new GoValue.Entries(values, true);
  }
}
