package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets as they were, and the Applications they made of the same inputs: what a change of the sets
 * meets in the cluster.
 */
public final class EarlierSets {
  private final Map<String, Node> sets = new LinkedHashMap<>();
  private final Map<String, Problem> undecided = new HashMap<>();
  private final List<Node> applications = new ArrayList<>();

  private final ReleaseLine argoCd;

  private EarlierSets(ReleaseLine argoCd) {
    this.argoCd = argoCd;
  }

  public static EarlierSets of(List<Node> sets, GeneratorInputs inputs, ReleaseLine argoCd) {
    EarlierSets earlier = new EarlierSets(argoCd);
    for (Node set : sets) {
      Simulation simulation = ApplicationSetSimulation.run(set, inputs, argoCd);
      earlier.sets.put(identity(set), set);
      simulation
          .undecided()
          .ifPresentOrElse(
              problem -> earlier.undecided.put(identity(set), problem),
              () ->
                  simulation.applications().stream()
                      .map(it -> owned(it.manifest(), simulation.name()))
                      .forEach(earlier.applications::add));
    }
    return earlier;
  }

  /** What becomes of the Applications of a set that is there now. */
  public List<LiveChange> changes(
      Node set, Simulation simulation, Optional<ApplicationsSync> policy) {
    Problem why = undecided.get(identity(set));
    return why == null
        ? LiveComparison.of(set, live(), policy).changes(simulation)
        : List.of(unknown(simulation.name(), why));
  }

  /** The sets that are there no more. */
  public List<Node> gone(List<Node> now) {
    Set<String> left = now.stream().map(EarlierSets::identity).collect(Collectors.toSet());
    return sets.entrySet().stream()
        .filter(entry -> !left.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * What becomes of the Applications of a set that goes. A policy keeps them only where the set has
   * a finalizer: else Kubernetes collects what it owns, and asks no controller.
   */
  public List<LiveChange> changesOfGone(Node set, Optional<ApplicationsSync> policy) {
    String name = set.textOrEmpty("metadata", "name");
    Problem why = undecided.get(identity(set));
    if (why != null) {
      return List.of(unknown(name, why));
    }
    boolean asked = set.stringsAt("metadata", "finalizers").contains(ArgoMetadata.FINALIZER);
    LiveComparison comparison =
        LiveComparison.of(set, live(), asked ? policy : Optional.of(ApplicationsSync.SYNC));
    return comparison.changes(Simulation.ofNothing(name, argoCd));
  }

  private static LiveChange unknown(String name, Problem why) {
    return LiveChange.of(
        LiveChange.Kind.UNVERIFIABLE,
        name,
        "what the set made before is not known: " + why.message());
  }

  private LiveApplications live() {
    return new LiveApplications(List.copyOf(applications));
  }

  private static String identity(Node set) {
    return set.textOrEmpty("metadata", "namespace") + "/" + set.textOrEmpty("metadata", "name");
  }

  private static Node owned(Node application, String set) {
    Location at = application.location();
    Node owner =
        new MapNode(List.of(), at)
            .with("kind", ScalarNode.of("ApplicationSet", at))
            .with("name", ScalarNode.of(set, at))
            .with("controller", ScalarNode.of("true", at));
    return application instanceof MapNode all
        ? all.with(List.of("metadata", "ownerReferences"), new ListNode(List.of(owner), at))
        : application;
  }
}
