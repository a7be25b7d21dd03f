package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import java.util.List;
import java.util.Optional;

/**
 * A branch of a repository, as a forge lists it.
 *
 * @param url the address to clone it from
 * @param id what the forge calls it itself
 * @param isDefault whether the branch is the one that a set without {@code allBranches} looks at
 * @param paths what is in it; empty where nobody said
 */
public record ListedRepository(
    String organization,
    String repository,
    String url,
    String branch,
    String sha,
    List<String> labels,
    GoValue id,
    boolean isDefault,
    Optional<List<String>> paths) {

  /** Whether there is a file or a folder of this name. */
  boolean has(String path) {
    return paths.orElseThrow().stream()
        .anyMatch(it -> it.equals(path) || it.startsWith(path + "/"));
  }
}
