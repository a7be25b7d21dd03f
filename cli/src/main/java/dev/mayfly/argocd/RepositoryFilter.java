package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One item of the {@code filters} of {@code scmProvider}: all that is given must hold. What it is
 * about decides when it counts: of those about repositories one must hold, and then one of those
 * about branches (Argo CD, {@code services/scm_provider/utils.go}).
 */
record RepositoryFilter(
    Predicate<ListedRepository> named,
    List<String> present,
    List<String> absent,
    boolean isOfBranches,
    boolean isOfRepositories,
    Node at) {
  static RepositoryFilter of(Node item) throws GeneratorStop {
    Predicate<String> repository = PullRequestFilter.found(item, "repositoryMatch");
    Predicate<String> label = PullRequestFilter.found(item, "labelMatch");
    Predicate<String> branch = PullRequestFilter.found(item, "branchMatch");
    boolean labelled = PullRequestFilter.isGiven(item, "labelMatch");
    boolean paths = item.at("pathsExist") != null || item.at("pathsDoNotExist") != null;
    boolean branches = PullRequestFilter.isGiven(item, "branchMatch") || paths;
    // The last thing that is asked decides, and branches are asked after repositories.
    boolean repositories =
        !branches && (labelled || PullRequestFilter.isGiven(item, "repositoryMatch"));
    return new RepositoryFilter(
        it ->
            repository.test(it.repository())
                && branch.test(it.branch())
                && (!labelled || it.labels().stream().anyMatch(label)),
        paths(item, "pathsExist"),
        paths(item, "pathsDoNotExist"),
        branches,
        repositories,
        item);
  }

  private static List<String> paths(Node item, String field) throws GeneratorStop {
    List<String> paths = new ArrayList<>();
    for (Node path : Shapes.list(field, item.at(field))) {
      paths.add(path instanceof ScalarNode scalar ? scalar.text().replaceFirst("/+$", "") : "");
    }
    return paths;
  }

  boolean matches(ListedRepository listed) throws GeneratorStop {
    if (!named.test(listed) || (present.isEmpty() && absent.isEmpty())) {
      return named.test(listed);
    }
    if (listed.paths().isEmpty()) {
      throw GeneratorStop.unverifiable(
          at.location(),
          "what is in " + MessageText.quoted(listed.repository()) + " was not given",
          "list its `paths`");
    }
    return present.stream().allMatch(listed::has) && absent.stream().noneMatch(listed::has);
  }
}
