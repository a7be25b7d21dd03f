package dev.mayfly.adopt;

import dev.mayfly.argocd.ApplicationSetSimulation;
import dev.mayfly.argocd.GeneratedApplication;
import dev.mayfly.argocd.GeneratorInputs;
import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.argocd.Simulation;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a set makes of a pull request by letting it make some: templates are not read but
 * executed, whatever language they are in and whatever generators stand around them.
 */
final class SetProbe {
  /** What of the generator is rendered beside the template, to be found again. */
  static final List<String> OF_REPOSITORY = List.of("owner", "repo", "project");

  private static final int MOST = 200;

  private static final String ANNOTATION = "adopt.mayfly.dev/";

  private SetProbe() {}

  /** How many pull request generators a set has, at any depth. */
  static List<MapNode> generators(Node set) {
    List<MapNode> found = new ArrayList<>();
    Node generators = set.at("spec", "generators");
    if (generators != null) {
      collect(generators, found);
    }
    return found;
  }

  private static void collect(Node node, List<MapNode> found) {
    switch (node) {
      case ListNode list -> list.items().forEach(item -> collect(item, found));
      case MapNode map -> {
        for (MapNode.Entry entry : map.entries()) {
          if (entry.key().text().equals("pullRequest") && entry.value() instanceof MapNode made) {
            found.add(made);
          } else {
            collect(entry.value(), found);
          }
        }
      }
      case ScalarNode ignored -> {}
    }
  }

  /**
   * @throws ProblemsException (configuration) where the set makes nothing of a pull request
   */
  static HandWritten run(
      Node set, MapNode pullRequest, Optional<Map<String, Optional<byte[]>>> files) {
    String provider =
        GeneratorKind.FORGES.stream()
            .filter(name -> pullRequest.get(name) instanceof MapNode)
            .findFirst()
            .orElseThrow(() ->
                refusal(
                    pullRequest.location(),
                    "the pull request generator names no forge",
                    "one of `" + String.join("`, `", GeneratorKind.FORGES) + "`"));
    MapNode block = (MapNode) java.util.Objects.requireNonNull(pullRequest.get(provider));
    Node open = opened(set, pullRequest, block);
    List<Simulation> runs = new ArrayList<>();
    for (Probe probe : Probe.ALL) {
      GeneratorInputs inputs = new GeneratorInputs(Optional.of(List.of(probe.listed())), files);
      runs.add(ApplicationSetSimulation.run(open, inputs));
    }
    List<List<GeneratedApplication>> made = runs.stream().map(Simulation::applications).toList();
    int count = made.getFirst().size();
    if (count == 0 || made.stream().anyMatch(list -> list.size() != count)) {
      List<Problem> all = new ArrayList<>(runs.getFirst().obstacles());
      all.add(
          Problem.error(
              "no-application",
              set.location(),
              "the set `%s` makes no Application of a pull request that could be followed here"
                  .formatted(HandWritten.text(set, "metadata", "name")),
              "a `clusters`, `scmProvider` or `plugin` generator can be written as a `list`;"
                  + " what a `git` generator reads is given by `--repo`"));
      throw new ProblemsException(Fault.CONFIGURATION, all);
    }
    if (count > MOST) {
      throw refusal(
          set.location(),
          "the set makes " + count + " Applications of one pull request, which is not a platform",
          "at most " + MOST + " are taken; adopt a part of them");
    }
    List<Node> applications = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = i;
      applications.add(MarkedTree.of(made.stream().map(list -> list.get(at).manifest()).toList()));
    }
    return new HandWritten(
        set, pullRequest, provider, block, applications, runs.getFirst().problems());
  }

  /** What the generator says of the repository, as rendered for this Application. */
  static String ofRepository(Node application, String field) {
    return HandWritten.text(application, "metadata", "annotations", ANNOTATION + field);
  }

  static boolean isOurs(String annotation) {
    return annotation.startsWith(ANNOTATION);
  }

  private static ProblemsException refusal(Location at, String message, String hint) {
    return Fault.CONFIGURATION.error("not-adoptable", at, message, hint);
  }

  /** The same set with a generator that lists the probes: of any repository, without filters. */
  private static Node opened(Node set, MapNode pullRequest, MapNode block) {
    List<MapNode.Entry> any = new ArrayList<>();
    for (String field : List.of("api", "project", "repo")) {
      any.add(MapNode.Entry.of(field, new ScalarNode("any", false, block.location())));
    }
    List<MapNode.Entry> entries = new ArrayList<>();
    entries.add(MapNode.Entry.of("bitbucketServer", new MapNode(any, block.location())));
    for (MapNode.Entry entry : pullRequest.entries()) {
      if (!GeneratorKind.FORGES.contains(entry.key().text())
          && !entry.key().text().equals("filters")) {
        entries.add(entry);
      }
    }
    MapNode open = new MapNode(entries, pullRequest.location());
    MapNode replaced = (MapNode) replaced(set, pullRequest, open);
    for (String field : OF_REPOSITORY) {
      if (block.get(field) instanceof ScalarNode written) {
        replaced =
            replaced.with(
                List.of("spec", "template", "metadata", "annotations", ANNOTATION + field),
                new ScalarNode(written.text(), false, written.location()));
      }
    }
    return replaced;
  }

  @SuppressWarnings("ReferenceEquality")
  private static Node replaced(Node node, Node old, Node other) {
    if (node == old) {
      return other;
    }
    return switch (node) {
      case ScalarNode scalar -> scalar;
      case ListNode list -> list.changed(it -> replaced(it, old, other));
      case MapNode map -> map.changed(it -> replaced(it, old, other));
    };
  }
}
