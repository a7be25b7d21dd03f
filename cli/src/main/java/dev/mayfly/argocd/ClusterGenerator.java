package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code clusters} generator (Argo CD, {@code generators/cluster.go}). The controller goes
 * through a map, so it has no order; here names do.
 */
public final class ClusterGenerator {
  private static final Map<String, Function<RegisteredCluster, String>> PARAMETERS =
      Map.of(
          "name", RegisteredCluster::name,
          "nameNormalized", it -> Slug.normalize(it.name()),
          "server", RegisteredCluster::server,
          "project", RegisteredCluster::project);

  private ClusterGenerator() {}

  /** The parameters that it gives of each cluster, beside {@code metadata} and {@code values}. */
  public static Set<String> parameters() {
    return PARAMETERS.keySet();
  }

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    List<RegisteredCluster> known =
        GeneratorContext.given(
            context.inputs().clusters(),
            generator,
            "the `clusters` generator reads clusters that were not given",
            "give them with `--clusters`");
    ParameterSelector selector = ParameterSelector.ofLabels(ofClusters(generator.at("selector")));
    SortedMap<String, RegisteredCluster> byName = new TreeMap<>();
    for (RegisteredCluster cluster : known) {
      if (cluster.isWritten() && selector.matches(cluster.labels())) {
        byName.put(cluster.name(), cluster);
      }
    }
    context.work().takes(known.size(), generator);
    List<GoValue.Entries> sets = new ArrayList<>();
    for (RegisteredCluster cluster : byName.values()) {
      sets.add(set(cluster, generator, context));
    }
    // A cluster without a Secret has no labels that a selector could ask for, and no `metadata`.
    if (selector.requirements().isEmpty()
        && byName.values().stream().noneMatch(RegisteredCluster::isLocal)) {
      sets.add(context.set(generator, base(RegisteredCluster.unwritten())));
    }
    if (!"true".equals(generator.textAt("flatList"))) {
      return sets;
    }
    SortedMap<String, GoValue> all = new TreeMap<>();
    all.put("clusters", GoValue.maps(sets));
    return List.of(GoValue.map(all));
  }

  /** Argo CD writes the label of its cluster Secrets into the selector, over whatever it says. */
  private static @Nullable Node ofClusters(@Nullable Node selector) {
    Node type = selector == null ? null : selector.at("matchLabels", ClusterFile.TYPE);
    return selector instanceof MapNode map && type != null
        ? map.with(
            List.of("matchLabels", ClusterFile.TYPE),
            ScalarNode.of(ClusterFile.CLUSTER, type.location()))
        : selector;
  }

  private static GoValue.Entries set(
      RegisteredCluster cluster, Node generator, GeneratorContext context) throws GeneratorStop {
    SortedMap<String, GoValue> set = base(cluster);
    if (context.goTemplate()) {
      SortedMap<String, GoValue> metadata = new TreeMap<>();
      if (!cluster.annotations().isEmpty()) {
        metadata.put("annotations", GoValue.texts(cluster.annotations()));
      }
      if (!cluster.labels().isEmpty()) {
        metadata.put("labels", GoValue.texts(cluster.labels()));
      }
      set.put("metadata", GoValue.map(metadata));
    } else {
      cluster.annotations().forEach((k, v) -> set.put("metadata.annotations." + k, GoValue.of(v)));
      cluster.labels().forEach((k, v) -> set.put("metadata.labels." + k, GoValue.of(v)));
    }
    return context.set(generator, set);
  }

  private static SortedMap<String, GoValue> base(RegisteredCluster cluster) {
    SortedMap<String, GoValue> set = new TreeMap<>();
    PARAMETERS.forEach((name, value) -> set.put(name, GoValue.of(value.apply(cluster))));
    return set;
  }
}
