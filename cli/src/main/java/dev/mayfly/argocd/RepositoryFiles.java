package dev.mayfly.argocd;

import java.util.Map;
import java.util.Optional;

/**
 * Files of a repository that a git generator may read.
 *
 * @param url empty for any repository
 * @param revision empty for any revision
 * @param files by path what they hold; empty for one that nobody read
 */
public record RepositoryFiles(String url, String revision, Map<String, Optional<byte[]>> files) {
  boolean isOf(String wanted, String at) {
    return !url.isEmpty()
        && RepositoryUrl.isSame(url, wanted)
        && (revision.isEmpty() || revision.equals(at));
  }
}
