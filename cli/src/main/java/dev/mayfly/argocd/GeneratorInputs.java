package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What generators would read from the world; empty is what was not given.
 *
 * @param pullRequests what the forge would list, of any state and repository
 * @param checkouts the repositories that git generators read
 * @param clusters what Argo CD knows of clusters
 * @param repositories what forges would list for {@code scmProvider}
 * @param decisions the objects that decide for {@code clusterDecisionResource}, and its ConfigMap
 * @param plugin what a generator plugin answered
 */
public record GeneratorInputs(
    Optional<List<GeneratorPullRequest>> pullRequests,
    List<RepositoryFiles> checkouts,
    Optional<List<RegisteredCluster>> clusters,
    Optional<List<ListedRepository>> repositories,
    Optional<List<Node>> decisions,
    Optional<List<GoValue.Entries>> plugin) {
  /** Pull requests, and one repository for every git generator. */
  public GeneratorInputs(
      Optional<List<GeneratorPullRequest>> pullRequests,
      Optional<Map<String, Optional<byte[]>>> files) {
    this(
        pullRequests,
        files.map(it -> new RepositoryFiles("", "", it)).stream().toList(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with pull requests that a forge listed. */
  public GeneratorInputs with(List<GeneratorPullRequest> listed) {
    return new GeneratorInputs(
        Optional.of(listed), checkouts, clusters, repositories, decisions, plugin);
  }

  /** The files of a repository at a revision; a checkout of that very one is preferred. */
  Optional<Map<String, Optional<byte[]>>> files(String url, String revision) {
    return Stream.concat(
            checkouts.stream().filter(it -> it.isOf(url, revision)),
            checkouts.stream().filter(it -> it.url().isEmpty()))
        .findFirst()
        .map(RepositoryFiles::files);
  }
}
