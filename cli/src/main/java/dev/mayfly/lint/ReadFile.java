package dev.mayfly.lint;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.List;

/** What one file gave. */
record ReadFile(
    Source source,
    List<Resource> resources,
    List<Kustomization> kustomizations,
    List<Problem> problems) {
  /** A file that holds nothing to judge. */
  static ReadFile empty(Source source) {
    return new ReadFile(source, List.of(), List.of(), List.of());
  }
}
