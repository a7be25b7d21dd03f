package dev.mayfly.lint.view;

import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Checkout;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.platform.GitAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which sources read the repository that is linted: Git's {@code origin} and {@code
 * gitops.repository} of {@code mayfly.yaml} say so for certain, where all of it is read, and
 * whatever has a folder here that a source of it names does most likely.
 */
public final class OwnRepository {
  private final Corpus corpus;
  private final Set<String> branches = new HashSet<>(Set.of("HEAD"));
  private final List<String> certain = new ArrayList<>();
  private final Set<String> likely = new HashSet<>();

  /** All folders above the files that are known. */
  private final Set<String> folders = new HashSet<>();

  public OwnRepository(Corpus corpus, Checkout checkout) {
    this.corpus = corpus;
    for (String file : corpus.paths()) {
      String folder = RelativePath.parent(file);
      while (folders.add(folder) && !folder.isEmpty()) {
        folder = RelativePath.parent(folder);
      }
    }
    for (Resource platform : corpus.of(GroupKind.PLATFORM)) {
      String top = RelativePath.resolve("", platform.textOrEmpty("spec", "gitops", "path"));
      if (checkout.whole() && top.equals(platform.directory())) {
        certain.add(platform.textOrEmpty("spec", "gitops", "repository"));
      }
      branches.add(platform.textOrEmpty("spec", "gitops", "branch"));
    }
    if (checkout.whole()) {
      checkout.origin().ifPresent(certain::add);
    }
    ApplicationView.all(corpus)
        .flatMap(it -> it.sources().stream())
        .filter(it -> !RelativePath.resolve("", it.textOrEmpty("path")).isEmpty())
        .filter(it -> holds(it.textOrEmpty("path")))
        .forEach(it -> likely.add(RepositoryUrl.normalize(it.repository())));
    likely.remove("");
  }

  /** Whether the source reads what lies here, by whatever protocol. */
  public boolean isCertain(SourceView source) {
    return isCurrent(source)
        && certain.stream().anyMatch(it -> GitAddress.isSame(it, source.repository()));
  }

  /** The same, or another source of that repository has its folder here. */
  public boolean isLikely(SourceView source) {
    return isCertain(source)
        || (isCurrent(source) && likely.contains(RepositoryUrl.normalize(source.repository())));
  }

  /** Another revision may hold other files. */
  private boolean isCurrent(SourceView source) {
    return branches.contains(source.revision());
  }

  /** Whether a file that is known lies in the folder; the top holds everything. */
  public boolean holds(String folder) {
    return folders.contains(RelativePath.resolve("", folder));
  }

  /** Whether the file is there, or may be: links are not followed. */
  public boolean mayHold(String file) {
    for (String at = file; !at.isEmpty(); at = RelativePath.parent(at)) {
      if (corpus.paths().contains(at)) {
        return true;
      }
    }
    return false;
  }
}
