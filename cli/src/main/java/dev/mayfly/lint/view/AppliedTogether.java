package dev.mayfly.lint.view;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which objects reach one cluster together. Folders of one repository often stand for clusters,
 * each with an Argo CD of its own: what lies in two of them need not meet.
 */
public final class AppliedTogether {
  private final Corpus corpus;
  private final List<String> recursing = new ArrayList<>();

  public AppliedTogether(Corpus corpus) {
    this.corpus = corpus;
    for (Resource resource : corpus.of(GroupKind.APPLICATION)) {
      for (SourceView source : ApplicationView.of(resource).getFirst().sources()) {
        String path = source.text("path");
        if (Fields.isTrue(source.at("directory", "recurse")) && !path.isEmpty()) {
          recursing.add(path.equals(".") ? "" : path.replaceAll("^\\./|/$", "") + "/");
        }
      }
    }
  }

  /** Proven for one folder, one kustomization, or one Application that takes folders in. */
  public boolean holds(Resource one, Resource other) {
    List<Kustomization> first = corpus.including(one);
    List<Kustomization> second = corpus.including(other);
    if (first.isEmpty() != second.isEmpty()) {
      return false;
    }
    if (!first.isEmpty()) {
      return !Collections.disjoint(first, second);
    }
    return one.directory().equals(other.directory())
        || recursing.stream().anyMatch(it -> covers(it, one) && covers(it, other));
  }

  private static boolean covers(String folder, Resource resource) {
    return resource.file().startsWith(folder);
  }
}
