package dev.mayfly.lint;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.List;

/** What one file gave. */
record ReadFile(
    Source source,
    List<Resource> resources,
    List<Kustomization> kustomizations,
    List<Problem> problems) {}
