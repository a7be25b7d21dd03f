package dev.mayfly.lint.view;

import dev.mayfly.lint.Checkout;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which objects reach one cluster together. Folders of one repository often stand for clusters,
 * each with an Argo CD of its own, and files of one folder for variants of which one is applied:
 * only what applies two objects shows that they meet.
 */
public final class AppliedTogether {
  private final Corpus corpus;
  private final Checkout checkout;
  private final Set<String> applied = new HashSet<>();
  private final List<String> recursing = new ArrayList<>();

  /** Most runs never ask, and every source of every Application would be followed. */
  private boolean followed;

  /** What is known of two objects. */
  public enum Meeting {
    CERTAIN,
    /** They lie in one folder, and nothing here says what applies it. */
    POSSIBLE,
    NOT_KNOWN
  }

  public AppliedTogether(Corpus corpus, Checkout checkout) {
    this.corpus = corpus;
    this.checkout = checkout;
  }

  private void follow() {
    followed = true;
    OwnRepository own = new OwnRepository(corpus, checkout);
    ApplicationView.all(corpus).forEach(it -> it.sources().forEach(source -> add(own, it, source)));
  }

  /** A folder of which Argo CD takes some files only says nothing about two of them. */
  private void add(OwnRepository own, ApplicationView application, SourceView source) {
    boolean whole =
        source.textOrEmpty("directory", "include").isEmpty()
            && source.textOrEmpty("directory", "exclude").isEmpty();
    for (String folder : whole ? SourcePaths.of(corpus, application, source) : List.<String>of()) {
      if (folder.isEmpty() && !own.isCertain(source)) {
        continue; // every repository has a top: that it is there does not show that it is this one
      }
      if (NodeValues.isTrue(source.at("directory", "recurse"))) {
        recursing.add(folder.isEmpty() ? "" : folder + "/");
      } else {
        applied.add(folder);
      }
    }
  }

  /**
   * Certain for one file, one kustomization, one preview's overlay, and the folders that an
   * Application takes in.
   */
  public Meeting of(Resource one, Resource other) {
    List<Kustomization> first = corpus.including(one);
    List<Kustomization> second = corpus.including(other);
    boolean same = one.directory().equals(other.directory());
    boolean plain = first.isEmpty() && second.isEmpty();
    boolean listed = !Collections.disjoint(first, second);
    if (plain && !followed) {
      follow();
    }
    boolean taken =
        (same && (applied.contains(one.directory()) || PreviewScope.overlay(one).isPresent()))
            || recursing.stream()
                .anyMatch(it -> one.file().startsWith(it) && other.file().startsWith(it));
    if (listed || (plain && (one.file().equals(other.file()) || taken))) {
      return Meeting.CERTAIN;
    }
    return plain && same ? Meeting.POSSIBLE : Meeting.NOT_KNOWN;
  }
}
