package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.manifest.PatchNote;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files that hold parts of objects, and the objects that such parts may still change. */
final class PatchFiles {
  private final KustomizeGraph graph;
  private final Map<String, Kustomization> byDirectory;
  private final PatchTargets targets;

  /** The text of a file of the repository; empty for one that was not read. */
  private final Function<String, String> texts;

  PatchFiles(
      KustomizeGraph graph,
      Map<String, Kustomization> byDirectory,
      Function<String, String> texts) {
    this.graph = graph;
    this.byDirectory = byDirectory;
    this.texts = texts;
    this.targets = new PatchTargets(texts);
  }

  /**
   * Whether a file holds parts of objects: a kustomization names it as a patch, or it says so of
   * itself and lies beside a kustomization that leaves it out, as the patches of a platform do.
   */
  boolean holds(String file) {
    if (graph.isIncluded(file)) {
      return false; // as nearly all are
    }
    String folder = RelativePath.parent(file);
    return graph.isPatch(file)
        || (byDirectory.containsKey(RelativePath.parent(folder))
            && !byDirectory.containsKey(folder)
            && PatchNote.isAbove(texts.apply(file)));
  }

  /** Whether it is judged all the same: the user named it, or no kustomization names it. */
  boolean isJudged(String file, Set<String> named) {
    return named.contains(file) || !graph.isPatch(file);
  }

  /** Whether a patch may still change the object, or it is one. */
  boolean reach(Resource resource) {
    return holds(resource.file())
        || graph.of(resource.file()).stream().anyMatch(it -> targets.reach(it, resource));
  }

  /** A patch is part of an object only: nothing can be said about the fields it lacks. */
  Stream<Problem> notes(List<Resource> patches, Set<String> named) {
    return patches.stream()
        .map(Resource::file)
        .filter(it -> !isJudged(it, named))
        .distinct()
        .map(it ->
            Problem.note(
                ReadFile.LEFT_ALONE,
                Location.ofFile(it),
                "a kustomization names this file as a patch, so it is not judged as an object",
                "lint what kustomize makes of it"));
  }
}
