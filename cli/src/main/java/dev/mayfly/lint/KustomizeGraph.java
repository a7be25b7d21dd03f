package dev.mayfly.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which kustomizations take in a file, directly or through others. */
final class KustomizeGraph {
  private final Map<String, List<Kustomization>> including = new HashMap<>();
  private final Map<String, List<Kustomization>> patching = new HashMap<>();

  KustomizeGraph(List<Kustomization> kustomizations) {
    for (Kustomization kustomization : kustomizations) {
      for (String path : kustomization.included()) {
        including.computeIfAbsent(path, key -> new ArrayList<>()).add(kustomization);
      }
      for (String path : kustomization.patchFiles()) {
        patching.computeIfAbsent(path, key -> new ArrayList<>()).add(kustomization);
      }
    }
  }

  /** Whether a kustomization takes the file in as it is. */
  boolean isIncluded(String file) {
    return including.containsKey(file);
  }

  /** Whether kustomizations name the file as a patch only; none takes it in as an object. */
  boolean isPatch(String file) {
    return patching.containsKey(file) && !isIncluded(file);
  }

  /** Whether a patch is for the kind that it says, wherever it is used. */
  boolean isPatchOfItsKind(Resource patch) {
    return patching.getOrDefault(patch.file(), List.of()).stream()
        .noneMatch(it -> it.retargets(patch.file(), patch.kind()));
  }

  /** All of them, nearest first; a cycle ends where it began. */
  List<Kustomization> of(String file) {
    List<Kustomization> nearest = including.getOrDefault(file, List.of());
    if (nearest.isEmpty()
        || (nearest.size() == 1 && !including.containsKey(nearest.getFirst().directory()))) {
      return nearest;
    }
    List<Kustomization> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(file));
    while (!open.isEmpty()) {
      for (Kustomization kustomization : including.getOrDefault(open.removeFirst(), List.of())) {
        if (seen.add(kustomization.directory())) {
          found.add(kustomization);
          open.addLast(kustomization.directory());
        }
      }
    }
    return found;
  }
}
