package dev.mayfly.adopt;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Who answers for a field: whoever reads it, or the nearest above it; null for nobody. */
  static @Nullable Mapping owner(String path) {
    String at = path;
    while (!at.isEmpty()) {
      for (Mapping mapping : ALL) {
        if (mapping.reads().contains(at)) {
          return mapping;
        }
      }
      at = at.contains(".") ? at.substring(0, at.lastIndexOf('.')) : "";
    }
    return null;
  }
}
