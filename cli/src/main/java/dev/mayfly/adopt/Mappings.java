package dev.mayfly.adopt;

import java.util.List;
import java.util.Optional;

/** Everything that is carried over, in the order in which it builds on one another. */
final class Mappings {
  static final List<Mapping> ALL =
      List.of(
          new PlaceMapping(),
          new ForgeMapping(),
          new RepositoryMapping(),
          new GateMapping(),
          new NameMapping(),
          new EnvironmentMapping(),
          new NamespaceMapping(),
          new SyncMapping(),
          new HostMapping(),
          new RouteMapping(),
          new GitOpsMapping(),
          new BundleMapping(),
          new BundleFromMapping(),
          new ValueFileMapping(),
          new HelmMapping(),
          new KustomizeMapping(),
          new ProjectMapping(),
          new ConditionMapping(),
          new StricterPlatform(),
          new LeftOut());

  private Mappings() {}

  /** What of all that is read answers for a field: itself, or the nearest above it. */
  static Optional<String> nearest(String path) {
    String at = path;
    while (!at.isEmpty()) {
      String read = at;
      if (ALL.stream().anyMatch(mapping -> mapping.reads().contains(read))) {
        return Optional.of(read);
      }
      at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "";
    }
    return Optional.empty();
  }
}
