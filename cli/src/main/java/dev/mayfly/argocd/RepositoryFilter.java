package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One item of the {@code filters} of {@code scmProvider}: all that is given must hold. What it is
 * about decides when it counts: of those about repositories one must hold, and then one of those
 * about branches (Argo CD, {@code services/scm_provider/utils.go}).
 */
record RepositoryFilter(
    Optional<Re2Filter.Compiled> repository,
    Optional<Re2Filter.Compiled> label,
    Optional<Re2Filter.Compiled> branch,
    List<String> present,
    List<String> absent,
    boolean isOfBranches,
    boolean isOfRepositories,
    Node at) {
  static RepositoryFilter of(Node item) throws GeneratorStop {
    Optional<Re2Filter.Compiled> repository = PullRequestFilter.compiled(item, "repositoryMatch");
    Optional<Re2Filter.Compiled> label = PullRequestFilter.compiled(item, "labelMatch");
    Optional<Re2Filter.Compiled> branch = PullRequestFilter.compiled(item, "branchMatch");
    boolean paths = item.at("pathsExist") != null || item.at("pathsDoNotExist") != null;
    boolean branches = branch.isPresent() || paths;
    // The last thing that is asked decides, and branches are asked after repositories.
    boolean repositories = !branches && (repository.isPresent() || label.isPresent());
    return new RepositoryFilter(
        repository,
        label,
        branch,
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
    boolean named =
        repository.map(f -> f.isFoundIn(listed.repository())).orElse(true)
            && branch.map(f -> f.isFoundIn(listed.branch())).orElse(true)
            && label.map(f -> listed.labels().stream().anyMatch(f::isFoundIn)).orElse(true);
    if (!named || (present.isEmpty() && absent.isEmpty())) {
      return named;
    }
    if (listed.paths().isEmpty()) {
      throw GeneratorStop.unverifiable(
          at.location(),
          "what is in `" + Shown.value(listed.repository()) + "` was not given",
          "list its `paths`");
    }
    return present.stream().allMatch(listed::has) && absent.stream().noneMatch(listed::has);
  }
}
