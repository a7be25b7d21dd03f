package dev.mayfly.review;

import dev.mayfly.delivery.EnvironmentFolder;
import dev.mayfly.delivery.OverlayFolder;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What apps share is there with the first of them and goes with the last. */
final class EnvironmentCheck {
  private static final String WAY_OUT = "`mayfly sync --apply` puts it right";

  private EnvironmentCheck() {}

  /** Checks the folders of previews, as paths from that of the platform. */
  static List<Problem> of(Policy policy, Collection<String> folders) {
    SortedSet<PreviewId> there = new TreeSet<>();
    folders.forEach(folder -> PreviewFolders.preview(folder).ifPresent(there::add));
    List<Problem> problems = new ArrayList<>();
    SortedSet<PreviewId> needed = new TreeSet<>();
    for (PreviewId id : there) {
      Optional<PreviewId> shared = EnvironmentFolder.of(policy, id).map(EnvironmentFolder::id);
      shared.ifPresent(needed::add);
      if (shared.filter(it -> !there.contains(it)).isPresent()) {
        problems.add(
            Problem.error(
                "missing-environment",
                Location.ofFile(OverlayFolder.path(id).toString()),
                "`%s` shares `%s` with other apps, and that is missing"
                    .formatted(id, OverlayFolder.path(shared.get())),
                WAY_OUT));
      }
    }
    for (PreviewId id : there) {
      if (EnvironmentFolder.isOne(policy, id) && !needed.contains(id)) {
        problems.add(
            Problem.error(
                "empty-environment",
                Location.ofFile(OverlayFolder.path(id).toString()),
                "no app of the environment `" + id + "` has a preview any more",
                WAY_OUT));
      }
    }
    return problems;
  }
}
