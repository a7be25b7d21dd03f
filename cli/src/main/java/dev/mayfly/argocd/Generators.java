package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Expands generators, also nested ones (Argo CD, {@code generators/generator_spec_processor.go}).
 */
record Generators(GeneratorContext context) {
  private static final GoValue.Entries NO_PARAMETERS = GoValue.map();

  /** A template that says nothing. */
  static final Node NOTHING = new MapNode(List.of(), Location.ofFile(""));

  /** What one generator yields: parameter sets, and the template they fill in. */
  record Expansion(Node template, List<GoValue.Entries> parameterSets) {}

  /** One entry of {@code spec.generators}; without a generator that is known it yields nothing. */
  List<Expansion> expand(Node entry, Node baseTemplate) throws GeneratorStop {
    return expand(entry, baseTemplate, NO_PARAMETERS, 0);
  }

  private List<Expansion> expand(Node entry, Node base, GoValue.Entries outer, int depth)
      throws GeneratorStop {
    List<Expansion> expansions = new ArrayList<>();
    Node selection = entry.at("selector");
    ParameterSelector selector = ParameterSelector.of(selection);
    for (String name : GeneratorKind.ALL) {
      Node written = entry.at(name);
      if (written == null || written.isNull()) {
        continue;
      }
      if (!(written instanceof MapNode)) {
        throw GeneratorStop.stall(
            written.location(), "`" + name + "` is " + written.describe() + ", not a map");
      }
      Node template = TemplateMerge.merged(written.at("template"), base);
      Node generator = written;
      if (!outer.values().isEmpty()) {
        generator = new CopiedGenerator(context, outer).of(name, written);
        // Filled in as the rest is, and may fail; what selects is as it was written.
        context.rendering().render(selection == null ? NOTHING : selection, outer);
      }
      List<GoValue.Entries> kept = new ArrayList<>();
      List<GoValue.Entries> yielded = parameters(name, generator, depth);
      context.work().yields(yielded.size(), written);
      for (GoValue.Entries parameters : yielded) {
        if (selector.matches(parameters, context.argoCd())) {
          kept.add(parameters);
        }
      }
      expansions.add(new Expansion(template, kept));
    }
    return expansions;
  }

  private List<GoValue.Entries> parameters(String name, Node generator, int depth)
      throws GeneratorStop {
    return switch (name) {
      case "list" -> ListGenerator.expand(generator, context);
      case "git" -> GitGenerator.expand(generator, context);
      case "pullRequest" -> PullRequestGenerator.expand(generator, context);
      case "matrix" -> matrix(generator, depth);
      case "merge" -> merge(generator, depth);
      case "clusters" -> ClusterGenerator.expand(generator, context);
      case "scmProvider" -> ScmProviderGenerator.expand(generator, context);
      case "clusterDecisionResource" -> DecisionGenerator.expand(generator, context);
      case "plugin" -> PluginGenerator.expand(generator, context);
      default ->
          throw GeneratorStop.unverifiable(
              generator.location(),
              "what the `" + name + "` generator yields is not known here",
              "only the controller can ask");
    };
  }

  private List<GoValue.Entries> matrix(Node generator, int depth) throws GeneratorStop {
    List<Node> children = children(generator, depth);
    if (children.size() != 2) {
      throw GeneratorStop.stall(
          generator.location(), "a matrix takes exactly two generators, not " + children.size());
    }
    List<GoValue.Entries> all = new ArrayList<>();
    long size = GeneratorWork.size(children.getLast());
    for (GoValue.Entries first : child(children.getFirst(), NO_PARAMETERS, depth)) {
      context.work().takes(size, generator);
      for (GoValue.Entries second : child(children.getLast(), first, depth)) {
        context.work().takes(first.values().size() + second.values().size(), generator);
        all.add(
            context.goTemplate()
                ? ParameterMerge.overridden(second, first, generator)
                : ParameterMerge.combined(first, second, generator));
      }
    }
    return all;
  }

  private List<GoValue.Entries> merge(Node generator, int depth) throws GeneratorStop {
    List<Node> children = children(generator, depth);
    if (children.size() < 2) {
      throw GeneratorStop.stall(generator.location(), "a merge takes at least two generators");
    }
    ParameterMerge merge = new ParameterMerge(generator, context.goTemplate());
    for (Node child : children) {
      merge.add(child(child, NO_PARAMETERS, depth));
    }
    return merge.result();
  }

  private static List<Node> children(Node generator, int depth) throws GeneratorStop {
    if (depth > 1) {
      throw GeneratorStop.stall(generator.location(), "generators are nested more than once");
    }
    return Shapes.list("generators", generator.at("generators"));
  }

  private List<GoValue.Entries> child(Node entry, GoValue.Entries outer, int depth)
      throws GeneratorStop {
    List<Expansion> expansions = expand(entry, NOTHING, outer, depth + 1);
    if (expansions.size() != 1) {
      throw GeneratorStop.stall(
          entry.location(),
          expansions.isEmpty()
              ? "a nested entry holds no generator that is known"
              : "a nested entry holds more than one generator");
    }
    return expansions.getFirst().parameterSets();
  }
}
