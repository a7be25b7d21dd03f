package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.ClusterGenerator;
import dev.mayfly.argocd.GitGenerator;
import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.ScmProviderGenerator;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.lint.view.ParameterTree;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters a generator gives in Go-template mode (Argo CD, {@code applicationset/generators}:
 * {@code cluster.go}, {@code git.go}, {@code list.go}, {@code pull_request.go}, {@code
 * scm_provider.go}, {@code matrix.go}, {@code merge.go}).
 */
final class GeneratorParameters {
  private GeneratorParameters() {}

  static ParameterTree of(Generator generator) {
    return switch (generator.kind()) {
      case "pullRequest" -> withValues(generator, pullRequest());
      case "clusters" -> clusters(generator);
      case "git" -> withValues(generator, git(generator));
      case "list" -> ofList(generator);
      case "scmProvider" ->
          withValues(generator, ParameterTree.leaves(ScmProviderGenerator.parameters()));
      case "matrix" ->
          generator.children().stream()
              .map(GeneratorParameters::of)
              .reduce(ParameterTree::joined)
              .orElse(ParameterTree.ANY);
      case "merge" ->
          generator.children().stream()
              .map(GeneratorParameters::of)
              .reduce(ParameterTree::union)
              .orElse(ParameterTree.ANY);
      default -> ParameterTree.ANY;
    };
  }

  private static ParameterTree pullRequest() {
    return ParameterTree.leaves(PullRequestParameter.keys());
  }

  /** With {@code flatList} there is one element, which holds all clusters. */
  private static ParameterTree clusters(Generator generator) {
    if (NodeValues.isTrue(generator.body().get("flatList"))) {
      return ParameterTree.LEAF.with("clusters", ParameterTree.ANY);
    }
    ParameterTree metadata =
        ParameterTree.LEAF.with("labels", ParameterTree.ANY).with("annotations", ParameterTree.ANY);
    return withValues(
        generator, ParameterTree.leaves(ClusterGenerator.parameters()).with("metadata", metadata));
  }

  private static ParameterTree git(Generator generator) {
    boolean files = NodeValues.isSet(generator.body().get("files"));
    ParameterTree path = ParameterTree.leaves(GitGenerator.parameters(files));
    String prefix = generator.body().textOrEmpty("pathParamPrefix");
    ParameterTree base = files ? ParameterTree.ANY : ParameterTree.LEAF;
    return prefix.isEmpty()
        ? base.with("path", path)
        : base.with(prefix, ParameterTree.LEAF.with("path", path));
  }

  private static ParameterTree withValues(Generator generator, ParameterTree tree) {
    Node values = generator.body().get("values");
    return NodeValues.isSet(values) ? tree.with("values", ParameterTree.of(values)) : tree;
  }

  /** A selector may leave the elements out that lack a key. */
  private static ParameterTree ofList(Generator generator) {
    List<MapNode> elements = generator.body().mapsAt("elements");
    if (generator.body().has("elementsYaml") || elements.isEmpty()) {
      return ParameterTree.ANY;
    }
    List<ParameterTree> trees = elements.stream().map(ParameterTree::of).toList();
    ParameterTree all = trees.stream().reduce(ParameterTree.LEAF, ParameterTree::union);
    Set<String> lacking = new TreeSet<>(all.names().keySet());
    lacking.removeIf(name -> trees.stream().allMatch(tree -> tree.names().containsKey(name)));
    boolean selected = generator.entry().has("selector");
    return new ParameterTree(all.names(), false, selected ? Set.of() : lacking);
  }
}
